// Every hot statement keeps its plan: on tables with 20,000 bookings, made like the migrated ones, the database is asked how it would find the rows.
// None reads a whole table, none sorts unless the list says why it may, and each uses an index that the list names.
import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bookingFor, filled, hot, type HotStatement } from "../../tools/sql/hot.mjs";
import { World } from "../../tools/sql/world.mjs";

const stack = process.env.GELORA_STACK ?? "";
const copy_of = (schema: string) => `${schema}_plans`;
const schemas = [...new Set(hot.map(({ schema }) => schema))];

const sql = (text: string, schema = "mysql") => execFileSync(stack, ["sql", "--batch", "--skip-column-names", schema], { input: text, encoding: "utf8", maxBuffer: 1e8, stdio: "pipe" });
const rows = (text: string, schema?: string) => sql(text, schema).split("\n").filter(Boolean).map((line) => line.split("\t"));
const on_mariadb = sql("SELECT VERSION()").includes("MariaDB");
const counted = (from: number, to: number) => `(SELECT at + ${from - 1} AS seq FROM JSON_TABLE(CONCAT('[0', REPEAT(',0', ${to - from}), ']'), '$[*]' COLUMNS (at FOR ORDINALITY)) AS each_one) AS numbers`;
const world = new World(20_000, on_mariadb ? undefined : counted);

type Step = Partial<Record<"table" | "type" | "key" | "rows" | "Extra", string>>;

function plan_of(one: HotStatement): Step[] | undefined {
  try {
    const text = `EXPLAIN FORMAT=TRADITIONAL ${filled(one, world, bookingFor(one, world, 0.97))}`;
    const [names, ...steps] = execFileSync(stack, ["sql", "--batch", copy_of(one.schema)], { input: text, encoding: "utf8", stdio: "pipe" }).split("\n").filter(Boolean).map((line) => line.split("\t"));
    return steps.map((step) => Object.fromEntries(names!.map((name, at) => [name, step[at]])) as Step);
  } catch (fault) {
    if (String((fault as { stderr: unknown }).stderr).includes("doesn't exist in table")) return undefined; // FORCE INDEX
    throw fault;
  }
}

// What is wrong with the plan; nothing when it is as it should be.
function complaints(one: HotStatement): string[] {
  const plan = plan_of(one);
  if (plan === undefined) return ["names an index that is not there"];
  const found = plan.flatMap(({ table = "", type = "", key = "", rows: estimated, Extra: extra = "" }) => {
    const of_a_result = table.startsWith("<") || table === "NULL";
    const wrong: string[] = [];
    const empty = !on_mariadb && estimated === "1"; // MySQL does not look for an index of a table without rows
    if (!of_a_result && !empty && ["ALL", "index"].includes(type)) wrong.push(`${table}: reads the whole table (${type})`);
    if (!of_a_result && key !== "NULL" && !one.index.includes(key)) wrong.push(`${table}: uses ${key}`);
    if (one.sorts === undefined && /filesort|temporary/.test(extra)) wrong.push(`${table}: ${extra}`);
    return wrong;
  });
  const from_the_index_itself = plan.length === 1 && /Select tables optimized away/.test(plan[0]!.Extra ?? "");
  if (!from_the_index_itself && !plan.some(({ key }) => key === one.index[0])) found.push(`does not use ${one.index[0]}`);
  return found;
}

beforeAll(() => {
  for (const schema of schemas) {
    const tables = rows(`SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = '${schema}' AND TABLE_TYPE = 'BASE TABLE'`).map(([name]) => name!);
    const filling = world.tables().filter((one) => one.schema === schema);
    sql(`DROP DATABASE IF EXISTS ${copy_of(schema)}; CREATE DATABASE ${copy_of(schema)}; USE ${copy_of(schema)};
      ${tables.map((table) => `CREATE TABLE ${table} LIKE ${schema}.${table};`).join("\n")}
      BEGIN; ${filling.map(({ insert, from, to }) => `${insert(from, to)};`).join("\n")} COMMIT;
      ANALYZE TABLE ${[...new Set(filling.map(({ table }) => table))].join(", ")};`);
  }
});

afterAll(() => {
  for (const schema of schemas) sql(`DROP DATABASE IF EXISTS ${copy_of(schema)}`);
});

describe("a hot statement keeps its plan", () => {
  test.each(hot.map((one) => [one.id, one] as const))("%s", (_, one) => {
    expect(complaints(one)).toEqual([]);
  });
});

test("each of their indexes is missed when it is gone", () => {
  const own = hot.filter(({ index }) => index[0] !== "PRIMARY");
  expect(own.length).toBeGreaterThan(15);
  for (const one of own) {
    const [[table, columns, unique]] = rows(`SELECT MAX(TABLE_NAME), GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX), MAX(NON_UNIQUE) = 0 FROM information_schema.STATISTICS
      WHERE TABLE_SCHEMA = '${copy_of(one.schema)}' AND INDEX_NAME = '${one.index[0]!}'`) as [[string, string, string]];
    sql(`ALTER TABLE ${table} DROP INDEX ${one.index[0]!}`, copy_of(one.schema));
    expect(complaints(one), `${one.id} without ${one.index[0]!}`).not.toEqual([]);
    sql(`ALTER TABLE ${table} ADD ${unique === "1" ? "UNIQUE " : ""}INDEX ${one.index[0]!} (${columns})`, copy_of(one.schema));
  }
});
