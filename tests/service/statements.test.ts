// Every SQL statement in the sources is prepared against the migrated schema: a wrong column is found here, not at night.
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { sqlConstantsOf } from "../../tools/sql/constants.mjs";
import { sql } from "./buyers.js";

const stack = process.env.GELORA_STACK ?? "";

const places: [files: string, schema: string][] = [
  ["services/booking/storage/*.cpp", "gelora_booking"],
  ["services/payment/storage/*.cpp", "gelora_payment"],
  ["services/user/storage/*.cpp", "gelora_user"],
  ["tools/sandbox_bank/*.cpp", "gelora_bank"],
  ["libs/outbox/*.cpp", "gelora_booking"],
  ["libs/outbox/*.cpp", "gelora_payment"],
  ["libs/mail/*.cpp", "gelora_user"],
  ["libs/mail/*.cpp", "gelora_booking"],
];

function refusal(schema: string, text: string): string {
  const script = `PREPARE statement FROM '${text.replaceAll("'", "''")}';\n`;
  try {
    execFileSync(stack, ["sql", schema], { input: script, stdio: "pipe" });
    return "";
  } catch (fault) {
    return String((fault as { stderr: Buffer }).stderr);
  }
}

describe.each(places)("%s", (files, schema) => {
  const all = sqlConstantsOf(files);

  test(`are ${all.length} statements that ${schema} can prepare`, () => {
    expect(all.length).toBeGreaterThan(2);
    const script = all.map(({ text }) => `PREPARE statement FROM '${text.replaceAll("'", "''")}';`).join("\n");
    try {
      execFileSync(stack, ["sql", schema], { input: script, stdio: "pipe" });
    } catch {
      // one by one, to say which
      expect(all.filter(({ text }) => refusal(schema, text) !== "").map(({ where }) => where)).toEqual([]);
    }
  });

  test(`a column that ${schema} does not have is refused`, () => {
    expect(refusal(schema, "SELECT no_such_column FROM instances")).toContain("no_such_column");
  });
});

test("every table has a primary key: a group of servers takes no rows of others", () => {
  const without = `SELECT table_schema, table_name FROM information_schema.tables
    WHERE table_schema IN ('gelora_user', 'gelora_booking', 'gelora_payment', 'gelora_bank') AND table_type = 'BASE TABLE'
      AND (table_schema, table_name) NOT IN (SELECT table_schema, table_name FROM information_schema.statistics WHERE index_name = 'PRIMARY')`;
  expect(sql("mysql", `${without} UNION SELECT 'none', 'but this'`)).toEqual([["none", "but this"]]);
});
