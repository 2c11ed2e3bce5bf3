// Renders a page as the app does, with the words of a language, a fresh cache and an address; fakes the server by path.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, configure, render } from "@testing-library/react";
import i18next from "i18next";
import type { ReactNode } from "react";
import { MemoryRouter, Route, Routes } from "react-router";
import { afterEach, vi } from "vitest";

configure({ asyncUtilTimeout: 15_000 }); // what is waited for comes at once, but not within the usual second on a busy machine

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

await i18next.init({ lng: "en", resources: {}, interpolation: { escapeValue: false }, showSupportNotice: false });
const words = import.meta.glob<object>("../app/locales/en*.json", { eager: true, import: "default" });
for (const part of Object.values(words)) i18next.addResourceBundle("en", "translation", part, true);

interface Answer {
  status: number;
  body?: unknown;
}

/** "POST /api/sessions" → answers, the last of which is repeated; every request is kept for the test to look at. */
export function fakeServer(answers: Record<string, Answer[]>) {
  const seen: { route: string; body: unknown; headers: Headers }[] = [];
  vi.stubGlobal("fetch", async (input: Request | string, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(input, location.origin), init);
    const route = `${request.method} ${new URL(request.url).pathname}`;
    const text = await request.clone().text();
    seen.push({ route, body: text ? JSON.parse(text) : undefined, headers: request.headers });
    const queue = answers[route];
    const answer = queue && queue.length > 1 ? queue.shift() : queue?.[0];
    if (!answer) return new Response(JSON.stringify({ type: "https://gelora.dev/problems/not-found", status: 404 }), { status: 404 });
    const empty = answer.body === undefined;
    return new Response(empty ? null : JSON.stringify(answer.body), { status: answer.status, headers: { "Content-Type": "application/json" } });
  });
  return seen;
}

export const problem = (status: number, slug: string, more: object = {}): Answer => ({ status, body: { type: `https://gelora.dev/problems/${slug}`, title: slug, status, request_id: "r1", ...more } });

export function renderAt(address: string, path: string, page: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[address]}>
        <Routes>
          <Route path={path} element={page} />
          <Route path="*" element={<p>elsewhere</p>} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

/** Dialogs open and close as they do in a browser; jsdom has no modal ones. */
export function withDialogs(): void {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
}
