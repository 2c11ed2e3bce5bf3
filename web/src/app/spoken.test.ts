// Every word that people read or hear comes from the locale files: a text in JSX, or in an attribute that is read out, is a defect.
import ts from "typescript";
import { expect, it } from "vitest";

const sources = import.meta.glob<string>(["../**/*.tsx", "!../**/*.test.tsx", "!../features/design/**", "!../testing/**"], { eager: true, query: "?raw", import: "default" });
const readOut = new Set(["aria-label", "label", "title", "placeholder", "alt", "hint", "question", "action", "text"]);
const names = /^((404 · )?[Gg]elora|[A-Z]{2,4}(-[A-Z0-9]{4})*)$/; // the same in every language: the product, a code
const isWord = (text: string) => /\p{L}{2,}/u.test(text) && !names.test(text.trim());

function spokenIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, words: string) => {
    if (isWord(words)) found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${words.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    else if (ts.isJsxAttribute(node) && readOut.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer)) note(node, node.initializer.text);
    else if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression) && !ts.isJsxAttribute(node.parent)) note(node, node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it("finds a word that nobody can translate", () => {
  expect(spokenIn("a.tsx", '<p title="Buy"><b>{"Now"}</b> Rp<i>–</i><Field label={t("x")} placeholder="dd/mm" /></p>')).toHaveLength(4);
});

it("is not there", () => {
  expect(Object.keys(sources).length).toBeGreaterThan(60);
  expect(Object.entries(sources).flatMap(([file, text]) => spokenIn(file, text))).toEqual([]);
});
