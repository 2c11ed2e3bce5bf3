// Light or dark. Follows the system until the reader chooses; public/before-paint.js does the same before the first paint.
import { createStore } from "../lib/store.ts";

export type Theme = "light" | "dark";

const current = (): Theme => (document.documentElement.dataset["theme"] === "dark" ? "dark" : "light");

export const theme = createStore<Theme>(current());

export function chooseTheme(next: Theme): void {
  localStorage.setItem("gelora.theme", next);
  document.documentElement.dataset["theme"] = next;
  theme.set(next);
}
