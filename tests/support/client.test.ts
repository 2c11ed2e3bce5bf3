import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "./client.js";

interface Seen {
  method?: string;
  url?: string;
  headers: Record<string, unknown>;
  body: string;
}
const seen: Seen[] = [];
let reply = { status: 200, type: "application/json", body: "{}", headers: {} as Record<string, string> };

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    seen.push({ method: request.method!, url: request.url!, headers: request.headers, body });
    response.writeHead(reply.status, { "Content-Type": reply.type, ...reply.headers }).end(reply.body);
  });
});
let base = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe("client", () => {
  it("fills the path, sends the token and one key of its own", async () => {
    const fan = createClient(base);
    fan.token = "t";
    reply = { status: 401, type: "application/problem+json", headers: {}, body: JSON.stringify({ type: "https://gelora.dev/problems/unauthenticated", title: "x", status: 401, request_id: "1" }) };
    const answer = await fan.post("/api/shows/{id}/holds", { params: { id: "12" }, body: { seat_nos: [1] } });
    expect(answer.slug).toBe("unauthenticated");
    const last = seen.at(-1)!;
    expect(last).toMatchObject({ method: "POST", url: "/api/shows/12/holds", body: '{"seat_nos":[1]}' });
    expect(last.headers).toMatchObject({ authorization: "Bearer t", "content-type": "application/json" });
    expect(last.headers["idempotency-key"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("throws at an answer that breaks the contract, unless told not to look", async () => {
    const fan = createClient(base);
    reply = { status: 202, type: "application/json", headers: {}, body: '{"status":"ok"}' };
    const body = { email: "a@b.co", password: "x".repeat(12), name: "A" };
    await expect(fan.post("/api/users", { body })).rejects.toThrow("verification_sent");
    expect((await fan.post("/api/users", { body, unchecked: true })).status).toBe(202);
  });

  it("keeps cookies and gives them back", async () => {
    const fan = createClient(base);
    reply = { status: 200, type: "application/json", headers: { "Set-Cookie": "gelora_refresh=abc; Path=/api/sessions; HttpOnly" }, body: '{"keys":[]}' };
    await fan.get("/.well-known/jwks.json", { unchecked: true });
    await fan.get("/.well-known/jwks.json", { unchecked: true });
    expect(seen.at(-1)!.headers["cookie"]).toBe("gelora_refresh=abc");
  });

  it("says what came when a status was expected that did not", async () => {
    const fan = createClient(base);
    reply = { status: 202, type: "application/json", headers: {}, body: '{"status":"verification_sent"}' };
    const answer = await fan.post("/api/users", { body: { email: "a@b.co", password: "x".repeat(12), name: "A" } });
    expect(answer.as(202)).toEqual({ status: "verification_sent" });
    expect(() => answer.as(422)).toThrow("answered 202, not 422");
  });
});
