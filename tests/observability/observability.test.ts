// Dashboards, alerts and what scaling goes by, against a real Prometheus that scrapes the running stack under a little load: every
// query of a dashboard and of the adapter answers with data, every selector of an alert finds a series, and promtool takes the rules.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { createClient } from "../support/client.js";
import { eventually, freeSeats, newBuyer, runStack, showsOnSale, url } from "../service/buyers.js";
import { paid } from "../service/payer.js";

const folder = new URL("../../deploy/observability/", import.meta.url).pathname;
const work = `${process.env["GELORA_RUN_DIR"]!}/prometheus`;
const children: ChildProcess[] = [];
let prometheus: string;

interface Panel {
  title: string;
  targets: { expr: string }[];
}
interface Rule {
  alert: string;
  expr: string;
}
const dashboards = readdirSync(`${folder}dashboards`).map((file) => JSON.parse(readFileSync(`${folder}dashboards/${file}`, "utf8")) as { title: string; panels: Panel[] });
const queries = dashboards.flatMap(({ title, panels }) => panels.flatMap((panel) => panel.targets.map(({ expr }) => ({ title: `${title}, ${panel.title}`, expr: expr.replaceAll("$__rate_interval", "1m") }))));
const rules = (parse(readFileSync(`${folder}rules/gelora.yml`, "utf8")) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules);

// Nothing goes wrong while this runs, no provider but the sandbox bank is there, and what is there is no container: series of faults, of
// the relay and of a database behind TLS are not.
const onlyInTrouble = [/gelora_spans_lost_total/, /status=~"5\.\."/, /fstype!~/, /gelora_relay_/, /gelora_database_certificate_/];

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

function run(command: string, ...args: string[]) {
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  child.stderr!.on("data", (part: Buffer) => writeFileSync(`${work}/${command.replace(/.*\//, "")}.log`, part, { flag: "a" }));
  children.push(child);
}

async function ask(expr: string): Promise<{ metric: Record<string, string>; value: [number, string] }[]> {
  const reply = await fetch(`${prometheus}/api/v1/query`, { method: "POST", body: new URLSearchParams({ query: expr }) });
  const body = (await reply.json()) as { status: string; error?: string; data: { result: { metric: Record<string, string>; value: [number, string] }[] } };
  if (body.status !== "success") throw new Error(`${expr}: ${body.error}`);
  return body.data.result;
}

/** The configuration that is shipped, with the addresses of this stack and a scrape every second. */
function configuration(ports: Record<string, number>, services: Record<string, { url: string }>) {
  const config = parse(readFileSync(`${folder}prometheus.yml`, "utf8")) as { global: object; rule_files: string[]; scrape_configs: { job_name: string; static_configs?: object[]; dns_sd_configs?: object[]; file_sd_configs?: object[]; relabel_configs?: { target_label: string; replacement?: string }[] }[] };
  config.global = { scrape_interval: "1s", scrape_timeout: "1s", evaluation_interval: "1s" };
  config.rule_files = [`${folder}rules/gelora.yml`];
  for (const job of config.scrape_configs) {
    delete job.dns_sd_configs;
    delete job.file_sd_configs;
    const target = job.job_name === "node" ? `127.0.0.1:${ports["node"]}` : job.job_name === "edge" ? `${url}/api/concerts` : services[job.job_name]!.url.replace("http://", "");
    const labels = job.job_name.endsWith("-service") ? { namespace: "gelora", pod: `${job.job_name}-0` } : undefined; // as a cluster's
    job.static_configs = [{ targets: [target], labels }];
    for (const step of job.relabel_configs ?? []) if (step.target_label === "__address__") step.replacement = `127.0.0.1:${ports["blackbox"]}`;
  }
  writeFileSync(`${work}/prometheus.yml`, JSON.stringify(config));
}

beforeAll(async () => {
  mkdirSync(work, { recursive: true });
  const ports = { node: await freePort(), blackbox: await freePort(), prometheus: await freePort() };
  configuration(ports, (JSON.parse(runStack("status", "--json")) as { services: Record<string, { url: string }> }).services);
  run("prometheus-node-exporter", `--web.listen-address=127.0.0.1:${ports.node}`);
  run("prometheus-blackbox-exporter", `--config.file=${folder}blackbox.yml`, `--web.listen-address=127.0.0.1:${ports.blackbox}`);
  run("prometheus", `--config.file=${work}/prometheus.yml`, `--storage.tsdb.path=${work}/data`, `--web.listen-address=127.0.0.1:${ports.prometheus}`);
  prometheus = `http://127.0.0.1:${ports.prometheus}`;
  await eventually("Prometheus scrapes all", async () => {
    const up = await ask("up").catch(() => []);
    return up.length >= 5 && up.every(({ value }) => value[1] === "1") ? true : undefined;
  }, 60_000);
  await littleLoad();
}, 180_000);

afterAll(() => {
  for (const child of children) child.kill();
});

async function littleLoad() {
  const roomy = [];
  for (const { id } of await showsOnSale()) if ((await freeSeats(id)).length > 100) roomy.push(id);
  const show = roomy[0]!;
  const fan = createClient(url);
  for (let round = 0; round < 4; ++round) {
    await Promise.all([0, 1, 2].map(() => paid(newBuyer(), show)));
    await newBuyer().post("/api/shows/{id}/holds", { params: { id: show }, body: { seat_nos: [0, 0] } });
    await fan.post("/api/payments/webhooks/{provider}", { params: { provider: "sandbox" }, raw: "{}", unchecked: true });
    await fan.get("/api/concerts");
    // a rate is of series that were seen before they grew
    if (round === 0) await eventually("the series are known", async () => ((await ask('gelora_http_requests_total{job="payment-service",route="/api/payments/webhooks/{provider}"}')).length > 0 ? true : undefined), 30_000);
  }
  // two scrapes of everything that was counted
  const counted = Number((await ask('sum(gelora_http_requests_total{job="payment-service"})'))[0]?.value[1] ?? 0);
  await eventually("the load is scraped", async () => {
    const now = await ask('sum(rate(gelora_http_requests_total{job="payment-service",route="/api/payments"}[1m]))');
    return now.length > 0 && Number(now[0]!.value[1]) > 0 ? counted : undefined;
  }, 30_000);
}

describe("dashboards", () => {
  test.each(queries)("$title", async ({ expr }) => {
    const series = await eventually(expr, async () => {
      const found = await ask(expr);
      return found.length > 0 ? found : undefined;
    }, 15_000);
    expect(series.some(({ value }) => value[1] !== "NaN")).toBe(true);
  });
});

describe("alerts", () => {
  test.each(rules)("$alert: its selectors find series, and all is well", async ({ expr }) => {
    await ask(expr);
    for (const [selector] of expr.matchAll(/\b(?:gelora|node|process|probe|up)(?:_\w+)?(?:\{[^}]*\})?/g)) {
      if (onlyInTrouble.some((pattern) => pattern.test(selector))) continue;
      expect(await ask(selector), selector).not.toEqual([]);
    }
  });

  test("Prometheus evaluates all of them without an error", async () => {
    const reply = (await (await fetch(`${prometheus}/api/v1/rules`)).json()) as { data: { groups: { rules: { name: string; health: string; lastError?: string }[] }[] } };
    const evaluated = reply.data.groups.flatMap((group) => group.rules);
    expect(evaluated.map(({ name }) => name).sort()).toEqual(rules.map(({ alert }) => alert).sort());
    for (const { name, health, lastError } of evaluated) expect(`${name} ${health} ${lastError ?? ""}`).toBe(`${name} ok `);
  });

  test("one speaks when its service is gone", async () => {
    runStack("stop", "payment-service");
    try {
      const found = await eventually("ServiceIsAway", async () => {
        const alerts = await ask('ALERTS{alertname="ServiceIsAway",job="payment-service"}');
        return alerts.length > 0 ? alerts : undefined;
      }, 15_000);
      expect(found[0]!.metric["alertstate"]).toMatch(/pending|firing/);
    } finally {
      runStack("start", "payment-service");
    }
  });
});

describe("what the cluster scales by", () => {
  const { custom } = (parse(readFileSync(`${folder}adapter.yml`, "utf8")) as { rules: { custom: { seriesQuery: string; name: { as: string }; metricsQuery: string }[] } }).rules;
  const scaled = ["booking-service", "user-service"].map((service) => {
    const file = readFileSync(new URL(`../../deploy/kubernetes/base/${service}.yaml`, import.meta.url), "utf8");
    const { spec } = parseAllDocuments(file).map((one) => one.toJS() as { kind: string; spec: { metrics: { type: string; pods: { metric: { name: string } } }[] } }).find(({ kind }) => kind === "HorizontalPodAutoscaler")!;
    return { service, metric: spec.metrics.find(({ type }) => type === "Pods")!.pods.metric.name };
  });

  // the adapter finds the series, and puts their name and the pods that it is asked about into the query
  test.each(scaled)("$service by $metric", async ({ service, metric }) => {
    const rule = custom.find(({ name }) => name.as === metric)!;
    const found = await ask(rule.seriesQuery);
    expect(found.map((one) => one.metric["pod"])).toContain(`${service}-0`);
    const query = rule.metricsQuery
      .replaceAll("<<.Series>>", found[0]!.metric["__name__"]!)
      .replaceAll("<<.LabelMatchers>>", `namespace="gelora",pod=~"${service}-0|${service}-1"`)
      .replaceAll("<<.GroupBy>>", "pod");
    const values = await ask(query);
    expect(values.map((one) => one.metric)).toEqual([{ pod: `${service}-0` }]);
    expect(Number(values[0]!.value[1])).toBeGreaterThanOrEqual(0);
    expect(Number(values[0]!.value[1])).toBeLessThan(5); // a little load, and no listener's long wait
  });
});

test("promtool takes the rules, their tests and the configuration", () => {
  const promtool = (...args: string[]) => execFileSync("promtool", args, { encoding: "utf8", cwd: `${folder}rules` });
  expect(promtool("check", "rules", "gelora.yml")).toContain(`SUCCESS: ${rules.length} rules found`);
  expect(promtool("test", "rules", "gelora.test.yml")).toContain("SUCCESS");
  expect(promtool("check", "config", `${work}/prometheus.yml`)).toContain("SUCCESS");
});
