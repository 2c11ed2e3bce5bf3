// One more user-service beside that of the stack, of a test's own: with limits, without Redis, with a log of its own. It works on
// the same database, so that two of them race as in production.
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, readlinkSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually, runStack } from "./buyers.js";

export interface UserInstance {
  url: string;
  port: number;
  /** The whole lines that it has logged. */
  log(): string;
  stop(): Promise<void>;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** What the stack starts a service with. */
export const settingsOf = (service: string) =>
  Object.fromEntries(runStack("env", service).trim().split("\n").map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));

/** The file that a running service was started from. */
export function binaryOf(service: string): string {
  const { pid } = (JSON.parse(runStack("status", "--json")) as { services: Record<string, { pid: number }> }).services[service]!;
  return readlinkSync(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, "");
}

export async function startUserService(name: string, settings: Record<string, string> = {}): Promise<UserInstance> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const binary = binaryOf("user-service");
  const file = join(mkdtempSync(join(tmpdir(), "gelora-user-")), "log");
  const log = openSync(file, "a");
  const child = spawn(binary, ["serve"], {
    env: { ...process.env, ...settingsOf("user-service"), GELORA_LISTEN: `127.0.0.1:${port}`, GELORA_INSTANCE: name, GELORA_LOG_LEVEL: "info", ...settings },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    if (child.exitCode === null) child.kill("SIGTERM");
    await ended;
  };
  try {
    await eventually(`${name} is ready`, async () => {
      if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}: ${readFileSync(file, "utf8")}`);
      return (await fetch(`${url}/readyz`).then((reply) => reply.ok, () => false)) || undefined;
    });
  } catch (fault) {
    await stop();
    throw fault;
  }
  const log_lines = () => {
    const text = readFileSync(file, "utf8");
    return text.slice(0, text.lastIndexOf("\n") + 1);
  };
  return { url, port, log: log_lines, stop };
}
