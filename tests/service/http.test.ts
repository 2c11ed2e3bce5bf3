// The HTTP server of the services, over a bare socket: what no client library lets one do.
import { connect, type Socket } from "node:net";
import { once } from "node:events";
import { expect, test } from "vitest";
import { eventually, runStack } from "./buyers.js";

const [host, port] = /^GELORA_LISTEN=(.*):(\d+)$/m.exec(runStack("env", "booking-service"))!.slice(1) as [string, string];
const get = (path: string, more = "") => `GET ${path} HTTP/1.1\r\nHost: test\r\n${more}\r\n`;

/** Splits a stream of answers, as far as it has come. */
function answersIn(bytes: Buffer) {
  const answers: { status: number; body: string }[] = [];
  for (let at = 0; ; ) {
    const head = bytes.indexOf("\r\n\r\n", at);
    if (head < 0) return answers;
    const text = bytes.toString("latin1", at, head);
    const length = Number(/^content-length: (\d+)/im.exec(text)?.[1] ?? 0);
    if (bytes.length < head + 4 + length) return answers;
    answers.push({ status: Number(text.slice(9, 12)), body: bytes.toString("utf8", head + 4, head + 4 + length) });
    at = head + 4 + length;
  }
}

async function open() {
  const socket: Socket = connect(Number(port), host);
  await once(socket, "connect");
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  const answers = () => answersIn(Buffer.concat(chunks));
  const come = (count: number) => eventually(`${count} answers`, () => Promise.resolve(answers().length === count || undefined));
  return { socket, answers, come };
}

test("requests that come in one piece are answered in order", async () => {
  const { socket, answers } = await open();
  socket.write(get("/healthz") + get("/api/bookings") + get("/api/concerts") + get("/nowhere") + get("/readyz", "Connection: close\r\n"));
  await once(socket, "close");
  expect(answers().map(({ status }) => status)).toEqual([200, 401, 200, 404, 200]);
});

test("who asks without reading gets every answer when it reads", async () => {
  const { socket, answers, come } = await open();
  socket.pause(); // what the kernel does not take in any more has to wait at the server
  const asked = 400;
  for (let i = 0; i < asked; ++i) {
    socket.write(get("/metrics"));
    await new Promise((done) => setImmediate(done));
  }
  socket.resume();
  await come(asked);
  expect(answers().every(({ status, body }) => status === 200 && body.includes("gelora_http_requests_total"))).toBe(true);
  socket.write(get("/healthz"));
  await come(asked + 1);
  socket.destroy();
});

test("a request that comes byte by byte is answered", async () => {
  const { socket, come } = await open();
  for (const byte of get("/healthz")) {
    socket.write(byte);
    await new Promise((done) => setImmediate(done));
  }
  await come(1);
  socket.destroy();
});
