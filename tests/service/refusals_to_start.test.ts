// A service that is set wrongly names every fault and ends; one whose tables are older than itself says which migration is missing.
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { runStack, sql } from "./buyers.js";

const bin = process.env["GELORA_BIN_DIR"] ?? new URL("../../build/release/bin", import.meta.url).pathname;
const services: [service: string, schema: string, wrong: Record<string, string>, named: string[]][] = [
  ["user-service", "gelora_user", { GELORA_LIMITS: "sometimes", GELORA_TRACE_ENDPOINT: "collector" }, ["GELORA_JWT_KEY_FILE", "GELORA_DB_NAME", "GELORA_SMTP_URL"]],
  ["booking-service", "gelora_booking", { GELORA_HOLD_TTL_S: "-1", GELORA_TRACE_RATIO: "2" }, ["GELORA_TICKET_KEY_FILE", "GELORA_POSTERS_DIR", "GELORA_USER_URL"]],
  ["payment-service", "gelora_payment", { GELORA_COMPARE_EVERY_S: "soon", GELORA_TRACE_RATIO: "all" }, ["GELORA_BOOKING_URL", "no payment provider", "GELORA_DB_NAME"]],
];
const serve = (service: string, env: Record<string, string>) => spawnSync(`${bin}/${service}`, ["serve"], { env: { PATH: process.env["PATH"], ...env }, encoding: "utf8", timeout: 20_000 });

test.each(services)("%s names every wrong setting at once, and ends", (service, _, wrong, missing) => {
  const { status, stderr } = serve(service, wrong);
  expect(status).toBe(1);
  for (const name of [...Object.keys(wrong), ...missing]) expect(stderr).toContain(name);
});

test.each(services)("%s does not serve on tables that are older than itself", (service, schema) => {
  const env = Object.fromEntries(runStack("env", service).trim().split("\n").map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
  const [newest] = sql(schema, "SELECT name, 0 FROM schema_migrations ORDER BY name DESC LIMIT 1")[0]!;
  sql(schema, `UPDATE schema_migrations SET name = 'kept' WHERE name = '${newest}'`);
  try {
    const { status, stderr } = serve(service, { ...env, GELORA_LISTEN: "127.0.0.1:0", GELORA_INSTANCE: "outdated" });
    expect(status).toBe(1);
    expect(stderr).toContain(`migration ${newest} is missing`);
  } finally {
    sql(schema, `UPDATE schema_migrations SET name = '${newest}' WHERE name = 'kept'`);
  }
});
