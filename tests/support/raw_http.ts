// HTTP byte by byte, for what no client library lets one send.
import { connect } from "node:net";

export interface RawAnswer {
  status: number;
  head: string;
  body: string;
}

/** Splits all that came into answers. */
export function answersIn(bytes: Buffer): RawAnswer[] {
  const answers: RawAnswer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf("\r\n\r\n", at);
    if (end < 0) break;
    const head = bytes.toString("latin1", at, end);
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
    answers.push({ status: Number(head.slice(9, 12)), head, body: bytes.toString("utf8", end + 4, end + 4 + length) });
    at = end + 4 + length;
  }
  return answers;
}

export interface RawConnection {
  write(bytes: string | Buffer): void;
  /** All answers, once the server has closed the connection. */
  closed: Promise<RawAnswer[]>;
  /** Closes from this side. */
  destroy(): void;
  /** What came so far. */
  answers(): RawAnswer[];
}

export async function openRaw(port: number, localAddress = "127.0.0.1"): Promise<RawConnection> {
  const socket = connect({ port, host: "127.0.0.1", localAddress });
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  socket.on("error", () => undefined); // a reset is an end as well
  const answers = () => answersIn(Buffer.concat(chunks));
  const closed = new Promise<RawAnswer[]>((resolve) => socket.once("close", () => resolve(answers())));
  return { write: (bytes) => void socket.write(bytes), closed, destroy: () => socket.destroy(), answers };
}

/** The answers to bytes after which this side sends no more and the server is expected to close. */
export async function sendRaw(port: number, bytes: string | Buffer, localAddress?: string): Promise<RawAnswer[]> {
  const connection = await openRaw(port, localAddress);
  connection.write(bytes);
  return connection.closed;
}

/** A POST of JSON as bytes; `Connection: close` unless told otherwise. */
export function postBytes(path: string, body: string, more: Record<string, string> = {}): string {
  const headers = { Host: "test", "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(body)), Connection: "close", ...more };
  return `POST ${path} HTTP/1.1\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}
