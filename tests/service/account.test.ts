// GET /api/users/{id}, point by point of docs/answers/5-code-review.md; what is not here is in users.test.ts ("an account").
import { mkdtempSync } from "node:fs";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { eventually, tokenOf } from "./buyers.js";
import { settingsOf, startUserService, type UserInstance } from "./user_instance.js";
import { logIn, newAccount, url } from "./users_steps.js";

const read = (who: Client, id: string) => who.get("/api/users/{id}", { params: { id } });

test("an account is shown by its named fields, and kept by no cache", async () => {
  const fan = createClient(url);
  const { user } = await logIn(fan, await newAccount());
  const answer = await read(fan, user.id);
  expect(Object.keys(answer.as(200)).sort()).toEqual(["created_at", "email", "id", "locale", "name", "roles"]);
  expect(typeof answer.as(200).id).toBe("string");
  expect([answer.headers.get("cache-control"), answer.headers.get("x-content-type-options")]).toEqual(["no-store", "nosniff"]);
  expect(answer.headers.get("etag")).toBeNull();
});

test("what is no id, what is nobody's and what is somebody else's are one answer", async () => {
  // the detail is left out: what an id can never be written like stops at the edge already, in words of its own
  const [fan, other] = [createClient(url), createClient(url)];
  await logIn(fan, await newAccount());
  const { user } = await logIn(other, await newAccount());
  const shown = async (id: string) => {
    const answer = await read(fan, id);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const { instance, request_id, ...rest } = answer.body as Record<string, unknown>;
    delete rest["detail"];
    expect([instance, request_id]).toEqual([`/api/users/${encodeURIComponent(id)}`, answer.headers.get("x-request-id")]);
    return { status: answer.status, ...rest };
  };
  const [theirs, ...others] = await Promise.all([user.id, "7301444403200000001", "0", "-1", "+1", "01", "abc", "1 OR 1=1", "1;--", "9223372036854775808"].map(shown));
  expect(theirs).toMatchObject({ status: 404, type: "https://gelora.dev/problems/not-found" });
  for (const one of others) expect(one).toEqual(theirs);
});

/** A way to the database that can fall silent or break. */
function startWay(settings: Record<string, string>) {
  const by_socket = settings["GELORA_DB_SOCKET"];
  const [host, port] = (settings["GELORA_DB_HOST"] ?? "").split(":"); // MySQL's
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = by_socket ? connect(by_socket) : connect(Number(port), host);
    for (const one of [client, database]) sockets.add(one.on("error", () => one.destroy()));
    client.pipe(database).pipe(client);
    client.once("close", () => database.destroy());
    database.once("close", () => client.destroy());
  });
  const path = join(mkdtempSync(join(tmpdir(), "gelora-way-")), "mysqld.sock");
  const fall_silent = () => sockets.forEach((one) => one.unpipe());
  const close = () => (server.close(), sockets.forEach((one) => one.destroy()));
  return new Promise<{ settings: Record<string, string>; fall_silent(): void; close(): void }>((resolve) => {
    const ready = () => resolve({ settings: by_socket ? { GELORA_DB_SOCKET: path } : { GELORA_DB_HOST: `${host}:${(server.address() as AddressInfo).port}` }, fall_silent, close });
    if (by_socket) server.listen(path, ready);
    else server.listen(0, "127.0.0.1", ready);
  });
}

describe.each(["falls silent", "is gone"] as const)("when the database %s", (fault) => {
  let way: Awaited<ReturnType<typeof startWay>>;
  let service: UserInstance;
  beforeAll(async () => {
    way = await startWay(settingsOf("user-service"));
    service = await startUserService("user-cut-off", way.settings);
  });
  afterAll(async () => {
    way?.close();
    await service?.stop();
  });

  test("the caller is told to come again within two seconds, and the log says why under the same request id", async () => {
    const fan = createClient(service.url);
    fan.token = tokenOf(4711);
    expect((await read(fan, "me")).status).toBe(404); // the way is open: there is no such account
    if (fault === "is gone") way.close();
    else way.fall_silent();
    const begun = performance.now();
    const answer = await read(fan, "me");
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect([answer.status, answer.slug, answer.headers.get("retry-after")]).toEqual([503, "unavailable", "2"]);
    expect(answer.text).not.toMatch(/mysql|socket|connect|\.sock/i);
    const { request_id } = answer.body as { request_id: string };
    const lines = await eventually("the fault and the request are in the log", () => {
      const found = service.log().trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => line["request_id"] === request_id);
      return Promise.resolve(found.length >= 2 ? found : undefined);
    });
    expect(lines[0]).toMatchObject({ level: "error", message: "fault", route: "/api/users/{id}", what: expect.stringMatching(/./) as string });
    expect(lines[1]).toMatchObject({ message: "request", status: 503, outcome: "unavailable" });
  });
});
