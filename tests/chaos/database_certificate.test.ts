// The way to the database is TLS, and its certificate ends: before it does, every service warns; after it, none is ready, each says
// why and since when, and a service that starts now ends with the same words. A renewed one is taken without a restart.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../service/buyers.js";
import { binaryOf, settingsOf } from "../service/user_instance.js";
import { startTlsDatabase, type TlsDatabase } from "../support/tls_database.js";
import { databaseSocket } from "./instance.js";

const services = ["user-service", "booking-service", "payment-service"];
const folder = mkdtempSync(join(tmpdir(), "gelora-certificates-"));
const at = (name: string) => join(folder, name);
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
let database: TlsDatabase;
const running: ChildProcess[] = [];

/** Certificates of `localhost`, by the days that they are good for, of an authority that ends when it is told to. */
function certify(authority: string, authority_days: number, ...days: number[]): void {
  const extensions = (text: string) => `-extfile <(printf '${text}')`;
  const key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc";
  const script = [
    `openssl req ${key} -keyout ${authority}.key -out ${authority}.csr -subj "/CN=${authority}"`,
    `openssl x509 -req -in ${authority}.csr -key ${authority}.key -days ${authority_days} -out ${authority}.crt ${extensions("basicConstraints=critical,CA:TRUE")}`,
    ...days.flatMap((of) => [
      `openssl req ${key} -keyout ${authority}${of}.key -out of.csr -subj /CN=localhost`,
      `openssl x509 -req -in of.csr -CA ${authority}.crt -CAkey ${authority}.key -CAcreateserial -days ${of} -out ${authority}${of}.crt ${extensions("subjectAltName=DNS:localhost")}`,
    ]),
  ];
  execFileSync("bash", ["-euc", script.join("\n")], { cwd: folder, stdio: "pipe" });
}
const show = (name: string) => database.show({ cert: at(`${name}.crt`), key: at(`${name}.key`) });

const environment = (service: string, listen: string) => ({
  ...process.env, ...settingsOf(service), GELORA_LISTEN: listen, GELORA_INSTANCE: `certified-${service}`,
  GELORA_DB_SOCKET: "", GELORA_DB_HOST: `localhost:${database.port}`, GELORA_DB_CA_FILE: at("authority.crt"),
});
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

type Readiness = { status: string; failing?: string[]; reason?: string; warnings?: string[] };
const urls: Record<string, string> = {};
const says = async (service: string) => (await fetch(`${urls[service]!}/readyz`)).json() as Promise<Readiness>;
const comesToSay = (service: string, wanted: Readiness) =>
  eventually(`${service} says ${JSON.stringify(wanted)}`, async () => {
    const said = await says(service).catch(() => undefined);
    return JSON.stringify(said) === JSON.stringify(wanted) || undefined;
  }, 30_000);

beforeAll(async () => {
  certify("authority", 400, 400, 13, -1);
  certify("ended", -1, 400);
  certify("strange", 400, 400);
  database = await startTlsDatabase(databaseSocket());
  show("authority13");
  for (const service of services) {
    const address = `127.0.0.1:${await freePort()}`;
    urls[service] = `http://${address}`;
    running.push(spawn(binaryOf(service), ["serve"], { env: environment(service, address), stdio: "ignore" }));
  }
});
afterAll(async () => {
  await Promise.all(running.map((child) => new Promise((resolve) => (child.exitCode === null ? (child.once("exit", resolve), child.kill()) : resolve(0)))));
  database?.close();
  rmSync(folder, { recursive: true });
});

test.each(services)("%s serves, and warns two weeks before the end", async (service) => {
  await comesToSay(service, { status: "ready", warnings: ["database-certificate"] });
  const end_s = await eventually("the metric", async () => /^gelora_database_certificate_end_seconds (\S+)$/m.exec(await (await fetch(`${urls[service]!}/metrics`)).text())?.[1]);
  expect(new Date(Number(end_s) * 1000).toISOString().slice(0, 10)).toBe(day(13));
});

test("a certificate that has ended is the reason that each service names, until there is another", async () => {
  show("authority-1");
  for (const service of services) await comesToSay(service, { status: "not_ready", failing: ["database-certificate"], reason: `the certificate of localhost ended on ${day(-1)}` });
  show("authority400");
  for (const service of services) await comesToSay(service, { status: "ready", warnings: [] });
});

test("an authority that is not the one that was set is told too", async () => {
  show("strange400");
  for (const service of services) {
    await eventually(`${service} says so`, async () => (await says(service)).reason?.startsWith("the certificate of localhost is not believed: ") || undefined, 30_000);
  }
  show("authority400");
  for (const service of services) await comesToSay(service, { status: "ready", warnings: [] });
});

test("a database that is only away is not said to have a bad certificate", async () => {
  show("authority-1");
  for (const service of services) await eventually("it is refused", async () => (await says(service)).failing?.includes("database-certificate") || undefined, 30_000);
  database.close();
  for (const service of services) await comesToSay(service, { status: "not_ready", failing: ["database"] });
});

test.each([
  ["its certificate", "authority", "authority-1", `the certificate of localhost ended on ${day(-1)}`],
  ["its authority", "ended", "ended400", `the authority's certificate of localhost ended on ${day(-1)}`],
])("a service that starts after the end of %s says so, and ends", async (_, authority, shown, words) => {
  const late = await startTlsDatabase(databaseSocket());
  late.show({ cert: at(`${shown}.crt`), key: at(`${shown}.key`) });
  try {
    const env = { ...environment("payment-service", "127.0.0.1:0"), GELORA_DB_HOST: `localhost:${late.port}`, GELORA_DB_CA_FILE: at(`${authority}.crt`) };
    const said = await new Promise<string>((resolve) => {
      const child = spawn(binaryOf("payment-service"), ["serve"], { env, stdio: ["ignore", "ignore", "pipe"] });
      let text = "";
      child.stderr!.on("data", (part: Buffer) => (text += part.toString()));
      child.once("close", (status) => resolve(`${status}: ${text}`));
    });
    expect(said).toContain("1: ");
    expect(said).toContain(words);
  } finally {
    late.close();
  }
});
