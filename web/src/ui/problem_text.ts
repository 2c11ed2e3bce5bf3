import type { i18n } from "i18next";
import { formatMoney } from "../lib/money.ts";
import { asProblem } from "../lib/problem.ts";

/** What to do next about a refusal: by its reason where it has one that we have words for, else by its type. */
export function problemText(error: unknown, { t, exists, language }: Pick<i18n, "t" | "exists" | "language">): { title: string; next: string; known: boolean } {
  const { slug, body } = asProblem(error);
  const known = exists(`problems.${slug}.title`);
  const at = `problems.${known ? slug : "unexpected"}`;
  const because = `${at}.${body.reason ?? ""}`;
  const values = { limit: body.limit ?? 0, available: body.available ?? 0, left: body.left ? formatMoney(body.left, language) : "" };
  const say = (name: string) => String(t(name as never, values as never));
  return { title: say(`${at}.title`), next: say(body.reason && exists(because) ? because : `${at}.next`), known };
}
