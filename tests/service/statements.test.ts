// Every SQL statement in the sources is prepared against the migrated schema: a wrong column is found here, not at night.
import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
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

interface Statement {
  readonly where: string;
  readonly text: string;
}

const macros_of = (source: string) => [...source.matchAll(/^#define (\w+) (.*)$/gm)].map((match) => [match[1]!, match[2]!] as const);
const shared_macros = globSync("libs/mysql/*.hpp", { cwd: root }).flatMap((file) => macros_of(readFileSync(`${root}/${file}`, "utf8")));

// `constexpr auto name = "…" MACRO "…";`, where a macro is a string of this file or of libs/mysql.
function statements(file: string): Statement[] {
  const source = readFileSync(`${root}/${file}`, "utf8").replaceAll(/\\\n\s*/g, "");
  const beside = globSync(`${file.slice(0, file.lastIndexOf("/"))}/*.hpp`, { cwd: root }).flatMap((header) => macros_of(readFileSync(`${root}/${header}`, "utf8").replaceAll(/\\\n\s*/g, "")));
  const macros = new Map([...shared_macros, ...beside, ...macros_of(source)]);
  const text_of = (expression: string): string =>
    [...expression.matchAll(/"((?:[^"\\]|\\.)*)"|(\w+)/g)]
      .map(([, literal, macro]) => literal ?? text_of(macros.get(macro!) ?? ""))
      .join("");
  return [...source.matchAll(/constexpr auto (\w+) =\s*([^;]*);/g)]
    .map(([, name, expression]) => ({ where: `${file}: ${name}`, text: text_of(expression!) }))
    .filter(({ text }) => /^(SELECT|INSERT|UPDATE|DELETE|REPLACE)\b/.test(text));
}

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
  const all = globSync(files, { cwd: root }).sort().flatMap(statements);

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
