// One more booking-service beside those of the stack, of a test's own: with other settings, behind a proxy, with another clock.
// It takes its share of the shows, and gives it back when it stops.
import { spawn } from "node:child_process";
import { closeSync, openSync, readlinkSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { createClient, type Client } from "../support/client.js";
import { eventually, freeSeats, newBuyer, runStack, showsOnSale, sql } from "../service/buyers.js";

export interface Instance {
  url: string;
  pid: number;
  buyer(): Client;
  /** A show on sale that is sold by this instance, with so many free seats. */
  show(seats: number): Promise<string>;
  /** A number of /metrics, all its series added up. */
  metric(name: string): Promise<number>;
  /** What it has logged. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const servicesOfStack = () => JSON.parse(runStack("status", "--json")).services as Record<string, { pid: number; url: string }>;

export const databaseSocket = () => servicesOfStack()["mariadb"]!.url;

export async function startInstance(name: string, settings: Record<string, string> = {}): Promise<Instance> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const same = Object.fromEntries(runStack("env", "booking-service").trim().split("\n").map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
  const binary = readlinkSync(`/proc/${servicesOfStack()["booking-service"]!.pid}/exe`).replace(/ \(deleted\)$/, "");
  const log_file = `${process.env["GELORA_RUN_DIR"] ?? "."}/logs/${name}.log`;
  const log = openSync(log_file, "a");
  const child = spawn(binary, ["serve"], {
    env: { ...process.env, ...same, GELORA_LISTEN: url.slice("http://".length), GELORA_INSTANCE: name, ...settings },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let running = true;
  void ended.then(() => (running = false));
  const stop = async () => {
    if (running) child.kill("SIGTERM");
    await ended;
  };
  try {
    await eventually(`${name} is ready`, async () => {
      if (!running) throw new Error(`${name} ended with ${child.exitCode}`);
      return (await fetch(`${url}/readyz`).then((reply) => reply.ok, () => false)) || undefined;
    });
  } catch (fault) {
    await stop();
    throw fault;
  }
  const buyer = () => {
    const client = createClient(url);
    client.token = newBuyer().token;
    return client;
  };
  const show = (seats: number) =>
    eventually(`a show is sold by ${name}`, async () => {
      const own = new Set(sql("gelora_booking", `SELECT show_id, 0 FROM show_leases WHERE owner LIKE '${name}/%'`).map(([id]) => id));
      for (const { id } of await showsOnSale()) if (own.has(id) && (await freeSeats(id)).length >= seats) return id;
      return undefined;
    });
  const metric = async (wanted: string) =>
    (await (await fetch(`${url}/metrics`)).text())
      .split("\n")
      .filter((line) => line.startsWith(wanted))
      .reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
  return { url, pid: child.pid!, buyer, show, metric, log: () => readFile(log_file, "utf8"), stop };
}
