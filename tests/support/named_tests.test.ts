// Documents that name tests as a proof: "users.test.ts *an account › is nobody else's business*, *an admin sees everybody's*",
// "domain_test.cpp `ParseEmail.*`". Every one of them has to exist.
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const files = ["tests/*/*.test.ts", "scripts/*.test.mjs", "web/src/**/*.test.ts", "libs/*/*_test.cpp", "services/**/*_test.cpp"].flatMap((pattern) => globSync(pattern, { cwd: root }));

interface Named {
  file: string;
  test: string;
}

/** Tests that a document names, each with the file that was named before it in the same cell of a table. */
function namedTests(text: string): Named[] {
  return text.split("\n").filter((line) => line.startsWith("|")).flatMap((line) => {
    const found: Named[] = [];
    let file = "";
    for (const [, name, test, suite] of (line.split(" | ").at(-1) ?? "").matchAll(/(\b[\w.]+(?:\.test\.m?[jt]s|_test\.cpp))|\*([^*`|]+)\*(?!`)|`([A-Z]\w+\.(?:\w+|\*))`/g)) {
      if (name) file = name;
      else if (file) found.push({ file, test: (test ?? suite)! });
    }
    return found;
  });
}

function exists({ file, test }: Named): boolean {
  const [suite, one] = test.split(".") as [string, string?];
  const parts = file.endsWith(".cpp") ? [`TEST(${suite}, ${one === "*" ? "" : `${one})`}`] : test.split(" › ").map((part) => part.replace(/^(when the database) .*/, "$1"));
  const sources = files.filter((path) => path.split("/").at(-1) === file).map((path) => readFileSync(root + path, "utf8"));
  return sources.some((source) => parts.every((part) => source.includes(part)));
}

describe.each(["docs/security.md", "docs/answers/5-code-review.md", "docs/answers/5-code-review.id.md"])("%s", (document) => {
  const named = namedTests(readFileSync(root + document, "utf8"));

  it(`names ${named.length} tests that exist`, () => {
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((one) => !exists(one))).toEqual([]);
  });
});

it("a test that is not there is found", () => {
  const line = "| 1 | x | users.test.ts *is nobody else's business*, *no such test*; domain_test.cpp `ParseEmail.*`, `ParseEmail.NoSuchTest`; nowhere.test.ts *x* |";
  expect(namedTests(line).filter((one) => !exists(one)).map(({ test }) => test)).toEqual(["no such test", "ParseEmail.NoSuchTest", "x"]);
});
