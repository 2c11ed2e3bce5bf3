// Promise I11: nobody sees or changes what is not theirs. Every route of the three binaries × who asks × what is asked for,
// through the edge and at the service's own port. What should come is in authorization_table.ts.
import { execFileSync } from "node:child_process";
import { readlinkSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../support/client.js";
import { validate, type Service } from "../support/contract.js";
import { canaries, type Caller } from "./authorization_cast.js";
import { table, type Rule } from "./authorization_table.js";
import { makeWorld, type Ids, type Thing } from "./authorization_things.js";
import { runStack } from "./buyers.js";
import { logIn, url } from "./users_steps.js";

type Access = "open" | "person" | "staff" | "service";
interface Route {
  name: string;
  service: string;
  method: "get" | "post" | "patch" | "delete";
  path: string;
  access: Access;
}

const status = JSON.parse(runStack("status", "--json")) as { services: Record<string, { pid: number }> };
const routes = ["user", "booking", "payment"].flatMap((one): Route[] => {
  const service = `${one}-service`;
  const binary = readlinkSync(`/proc/${status.services[service]!.pid}/exe`).replace(/ \(deleted\)$/, "");
  const rows = JSON.parse(execFileSync(binary, ["routes"], { encoding: "utf8" })) as { method: string; path: string; access: Access }[];
  return rows.map(({ method, path, access }) => ({ name: `${one} ${method} ${path}`, service, method: method.toLowerCase() as Route["method"], path, access }));
});

let world: Awaited<ReturnType<typeof makeWorld>>;
let checks = 0;
beforeAll(async () => void (world = await makeWorld()), 120_000);
afterAll(() => console.log(`authorization: ${routes.length} routes × ${world.callers.length} who ask × what is asked for, at the edge and past it = ${checks} checks`));

const isPublished = ({ path }: Route) => /^\/(api\/|\.well-known\/|sitemap\.xml$|robots\.txt$)/.test(path);
const refusal = ({ access }: Route, { kind }: Caller) => (access !== "service" && (kind === "nobody" || kind === "service") ? 401 : 404);

/** What should come: `right` when the ids are those of the thing. */
function expected(route: Route, rule: Rule, caller: Caller, thing: Thing | undefined, right: boolean, what: string): number {
  const { who } = rule;
  if (/missing|another kind/.test(what) && rule.any_id?.includes(caller.who)) return 200;
  const reads = route.access === "staff" ? ["person", "machine"].includes(caller.kind) && !["ayu", "bima"].includes(caller.who) : caller.kind === "person";
  if (/zeros|huge/.test(what) && rule.malformed && reads) return rule.malformed;
  if (!right && rule.on !== "link") return route.access === "open" ? 404 : refusal(route, caller);
  if (right && caller === thing?.owner && who["owner"] !== undefined) return who["owner"];
  // roles and machines are those of our organisation, and services speak for our fan
  if (who[caller.who] !== undefined && (thing?.side !== "theirs" || caller.who === "admin" || rule.both)) return who[caller.who]!;
  if (who["people"] !== undefined && caller.kind === "person") return who["people"];
  return who["everybody"] ?? refusal(route, caller);
}

interface Told {
  status: number;
  text: string;
  headers: Headers;
  body?: unknown;
}

/** Only the head: the stream stays open. */
async function headOf(address: string, token: string | undefined): Promise<Told> {
  const closing = new AbortController();
  const { status, headers } = await fetch(address, { signal: closing.signal, headers: token ? { Authorization: `Bearer ${token}` } : {} });
  closing.abort();
  return { status, headers, text: "" };
}

async function ask(route: Route, rule: Rule, { caller, ids, on_behalf_of }: Question, base: string): Promise<Told> {
  const client = createClient(base); // no cookies: they are others' matter
  client.token = caller.token(route.service, on_behalf_of);
  if (rule.throwaway && caller.kind === "person") client.token = (await logIn(createClient(url), caller)).access_token;
  if (route.path.endsWith("/stream")) return headOf(`${base}${route.path.replace("{id}", ids["id"]!)}`, client.token);
  return client.call(route.method, route.path, { params: ids, ...rule.send?.(ids, caller), unchecked: true });
}

/** Each kind of answer is held against the contract once: this is asked thousands of times. */
const named = new Set<string>();
const unnamed: string[] = [];
function judge(route: Route, told: Told): string[] {
  const kind = `${route.name} → ${told.status}`;
  if (named.has(kind) || !isPublished(route) || route.path.endsWith("/stream")) return [];
  named.add(kind);
  const complaints = validate(route.service.replace("-service", "") as Service, route.method.toUpperCase(), route.path, told.status, told.body, { contentType: told.headers.get("content-type") });
  unnamed.push(...complaints.filter((one) => one.includes("names no such status")));
  return complaints.filter((one) => !one.includes("names no such status"));
}

/** Texts of others in an answer, but for what was in the question. */
function leaks({ text, headers }: Told, caller: Caller, asked: string, told_of: string | undefined): string[] {
  const told = text + [...headers.values()].join();
  return canaries.filter((one) => told.includes(one.text) && !one.known_to.includes(caller.who) && (!told_of || one.known_to[0] !== told_of) && !asked.includes(one.text)).map((one) => `tells ${one.text}`);
}

interface Question {
  caller: Caller;
  what: string;
  ids: Ids;
  wanted: number;
  thing: Thing | undefined;
  on_behalf_of: string;
}

async function check(route: Route, rule: Rule, question: Question, base: "edge" | "port"): Promise<string[]> {
  const { caller, ids } = question;
  const wanted = base === "port" || isPublished(route) ? question.wanted : 404;
  checks++;
  const told = await ask(route, rule, question, base === "edge" ? url : world.at[route.service]!);
  const found = told.status === wanted ? judge(route, told) : [`${told.status}, not ${wanted}`];
  const mayRead = caller.kind === "service" && route.access === "service" && told.status < 300;
  const told_of = told.status < 300 && question.thing ? rule.tells_of?.[question.thing.side] : undefined;
  if (!mayRead) found.push(...leaks(told, caller, JSON.stringify([ids, rule.send?.(ids, caller)]), told_of));
  return found.map((complaint) => `${caller.who}, ${question.what}, at the ${base}: ${complaint}`);
}

async function complaintsOf(route: Route, rule: Rule): Promise<string[]> {
  const things: Thing[] = [];
  for (const side of rule.on === undefined ? [] : world.sidesOf(rule.on)) things.push(await world.make[rule.on!](side));
  const asked = things.flatMap((thing) => [
    { thing, what: thing.side as string, ids: thing.ids, right: true },
    ...Object.entries(thing.wrong).map(([what, ids]) => ({ thing, what: `${thing.side} ${what}`, ids, right: false })),
  ]);
  const callers = [...world.callers, ...things.map(({ owner }) => owner).filter((owner) => !world.callers.includes(owner))];
  const on_behalf_of = things[0]?.owner.id ?? "";
  const questions = (asked.length > 0 ? asked : [{ thing: undefined, what: "own", ids: {}, right: true }]).flatMap(({ thing, what, ids, right }) =>
    callers.map((caller): Question => ({ caller, thing, what, ids, on_behalf_of, wanted: expected(route, rule, caller, thing, right, what) })),
  );
  const changes = ({ wanted }: Question) => wanted < 300 && route.method !== "get";

  const before = await Promise.all(things.map((thing) => thing.look()));
  const complaints: string[] = [];
  for (const base of ["edge", "port"] as const) {
    const harmless = questions.filter((one) => !changes(one));
    while (harmless.length > 0) complaints.push(...(await Promise.all(harmless.splice(0, 15).map((one) => check(route, rule, one, base)))).flat());
  }
  const after = await Promise.all(things.map((thing) => thing.look()));
  after.forEach((text, i) => text !== before[i] && complaints.push(`what was refused changed ${things[i]!.side}: ${before[i]} → ${text}`));

  for (const question of questions.filter(changes)) {
    const { thing, caller, ids } = question;
    const fresh = rule.once && thing ? await world.make[rule.on!](thing.side) : undefined;
    const by = fresh && caller === thing?.owner ? fresh.owner : caller;
    complaints.push(...(await check(route, rule, { ...question, caller: by, ids: fresh?.ids ?? ids }, isPublished(route) ? "edge" : "port")));
  }
  return complaints;
}

describe("the table", () => {
  test("has a line for each route, and no line for none", () => {
    expect(Object.keys(table).sort()).toEqual(routes.map(({ name }) => name).sort());
  });
});

describe("every route answers who may, and nobody else", () => {
  test.each(routes.filter(({ name }) => name in table).map((route) => [route.name, route] as const))("%s", async (name, route) => {
    expect(await complaintsOf(route, table[name]!)).toEqual([]);
  }, 120_000);
});

test("every answer above is one that the contract names", () => expect(unnamed).toEqual([]));
