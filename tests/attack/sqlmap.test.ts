// sqlmap against what anybody may send: every parameter of registration, log-in, reset, search and of what an account may read.
import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createClient } from "../support/client.js";
import { logIn, newAccount, url } from "../service/users_steps.js";

interface Target {
  name: string;
  path: string; // * marks a parameter
  body?: object;
  token?: boolean;
}
const targets: Target[] = [
  { name: "registration", path: "/api/users", body: { email: "ayu@example.com*", password: "lautan-biru-tenang-27*", name: "Ayu*", locale: "id*" } },
  { name: "log-in", path: "/api/sessions", body: { email: "ayu@example.com*", password: "lautan-biru*" } },
  { name: "verification", path: "/api/users/verifications", body: { token: "abc*" } },
  { name: "reset", path: "/api/password-resets", body: { email: "ayu@example.com*" } },
  { name: "search", path: "/api/concerts?q=a*&city=Jakarta*&from=2026-01-01*&to=2027-01-01*&cursor=1*&limit=10*" },
  { name: "account", path: "/api/users/1*", token: true },
  { name: "bookings", path: "/api/bookings?cursor=1*&limit=10*", token: true },
  { name: "organisations", path: "/api/organisations/1*", token: true },
];

test.each(targets)("finds nothing at $name", async ({ path, body, token }) => {
  const headers = ["Content-Type: application/json"];
  if (token) {
    const fan = createClient(url);
    headers.push(`Authorization: Bearer ${(await logIn(fan, await newAccount())).access_token}`);
  }
  const output = mkdtempSync(join(tmpdir(), "gelora-sqlmap-"));
  const { stdout, error } = spawnSync(
    "sqlmap",
    ["-u", url + path, "--headers", headers.join("\\n"), "--batch", "--disable-coloring", "--dbms", "mysql", "--level", "3", "--risk", "2", "--technique", "BEUST",
      "--time-sec", "2", "--flush-session", "--answers", "crack=N", "--ignore-code", "401,404,422", "--output-dir", output, ...(body ? ["--data", JSON.stringify(body)] : [])],
    { encoding: "utf8", maxBuffer: 1 << 26, timeout: 1_200_000 },
  );
  expect(error).toBeUndefined();
  expect(stdout).toMatch(/all tested parameters do not appear to be injectable/);
  expect(stdout).not.toMatch(/is vulnerable|appears to be .* injectable/);
}, 1_300_000);
