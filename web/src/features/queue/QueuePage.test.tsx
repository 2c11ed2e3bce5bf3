// @vitest-environment jsdom
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { begin, end } from "../../lib/session.ts";
import { fakeServer, problem, renderAt, withDialogs } from "../../testing/render.tsx";
import type { Entry, Queue } from "./api.ts";
import { QueuePage } from "./QueuePage.tsx";

const user = { id: "1", email: "bima@example.com", name: "Bima", locale: "en" as const, roles: ["customer"], created_at: "2027-01-01T00:00:00Z" };
const session = { access_token: "t", token_type: "Bearer" as const, expires_in: 600, user, organisations: [], second_factor_needed: false };
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const hex = "5f".repeat(32);
const queue = (more: Partial<Queue> = {}) => ({ show_id: "7", state: "open", gathers_at: inMs(-3600_000), opens_at: inMs(-60_000), closes_at: inMs(1e9), arrived: 900, drawn: 900, admitted_through: 100, per_minute: 50, turn_s: 600, free: 5000, basket: 2, commitment: hex, seed: hex, root: hex, ...more }) satisfies Queue;
const entry = (more: Partial<Entry> = {}) => ({ show_id: "7", state: "waiting", entry: "0f".repeat(16), number: 351, joined_at: inMs(-60_000), turn_ends_at: null, ...more }) satisfies Entry;
const none = entry({ state: "none", entry: null, number: null });
const show = { id: "7", starts_at: inMs(1e9), venue: { name: "Aula", city: "Bandung", timezone: "Asia/Jakarta" }, concert: { slug: "langit", artist: "Langit", title: "Tur", colours: ["#1b1464"], poster_seed: 1 }, sale: { status: "on_sale", opens_at: inMs(-60_000), closes_at: inMs(1e9) }, zones: [] };
const ok = (body: unknown) => ({ status: 200, body });
const open = (answers: Parameters<typeof fakeServer>[0]) => {
  const seen = fakeServer({ "GET /api/shows/7": [ok(show)], "GET /api/bookings": [ok({ items: [], next_cursor: null })], ...answers });
  renderAt("/shows/7/queue", "/shows/:id/queue", <QueuePage waitlist={() => <p>waitlist</p>} />);
  return seen;
};
const phase = () => screen.getByTestId("room").dataset["phase"];
const posted = (seen: ReturnType<typeof fakeServer>) => seen.filter(({ route }) => route === "POST /api/shows/7/queue").length;

beforeEach(() => {
  withDialogs();
  begin(session);
});
afterEach(() => {
  vi.useRealTimers();
  end();
});

it("enters by itself, once, and says how many are ahead and about how long that takes", async () => {
  const seen = open({ "GET /api/shows/7/queue": [ok(queue())], "GET /api/shows/7/queue/me": [ok(none)], "POST /api/shows/7/queue": [{ status: 201, body: entry() }] });
  expect((await screen.findByTestId("ahead")).textContent).toBe("250");
  expect(screen.getByText("about 4–7 minutes")).toBeDefined();
  expect(document.title).toBe("250 ahead · Langit · Gelora");
  expect(posted(seen)).toBe(1);
});

it("asks a guest to log in, and does not enter for them", async () => {
  end();
  const seen = open({ "GET /api/shows/7/queue": [ok(queue())] });
  expect((await screen.findByRole("link", { name: "Log in" })).getAttribute("href")).toBe("/login?next=%2Fshows%2F7%2Fqueue");
  expect(posted(seen)).toBe(0);
  expect(seen.some(({ route }) => route.endsWith("/queue/me"))).toBe(false);
});

it("does not enter for somebody who has bought", async () => {
  const bought = { "GET /api/bookings": [ok({ items: [{ show_id: "7", status: "confirmed" }], next_cursor: null })] };
  const seen = open({ "GET /api/shows/7/queue": [ok(queue())], "GET /api/shows/7/queue/me": [ok(none)], ...bought });
  expect((await screen.findByRole("link", { name: "My tickets" })).getAttribute("href")).toBe("/tickets");
  expect(posted(seen)).toBe(0);
});

it("is left when that was asked, stays left, and can be entered again", async () => {
  const seen = open({ "GET /api/shows/7/queue": [ok(queue())], "GET /api/shows/7/queue/me": [ok(entry()), ok(none)], "DELETE /api/shows/7/queue/me": [{ status: 204 }], "POST /api/shows/7/queue": [{ status: 201, body: entry({ number: 901 }) }] });
  const press = async (name: string, which = 0) => userEvent.setup().click((await screen.findAllByRole("button", { name })).at(which)!);
  await press("Leave the line");
  expect(seen.some(({ route }) => route.startsWith("DELETE"))).toBe(false);
  await press("Leave the line", -1);
  await screen.findByRole("heading", { name: "You left the line" });
  expect(posted(seen)).toBe(0);
  await press("Enter again");
  expect((await screen.findByTestId("ahead")).textContent).toBe("800");
});

it("keeps the last known place when nobody answers, and says since when it is", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  open({ "GET /api/shows/7/queue": [ok(queue()), problem(500, "internal"), ok(queue({ admitted_through: 150 }))], "GET /api/shows/7/queue/me": [ok(entry())] });
  expect((await screen.findByTestId("ahead")).textContent).toBe("250");
  await act(() => vi.advanceTimersByTimeAsync(6500));
  expect((await screen.findByTestId("stale")).textContent).toContain("Your place is kept meanwhile.");
  expect(screen.getByTestId("ahead").textContent).toBe("250");
  await act(() => vi.advanceTimersByTimeAsync(6500));
  await waitFor(() => expect(screen.getByTestId("ahead").textContent).toBe("200"));
  expect(screen.queryByTestId("stale")).toBeNull();
});

it("asks for its turn when its number is called, and goes to the seats", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
  const seen = open({ "GET /api/shows/7/queue": [ok(queue({ admitted_through: 349 })), ok(queue({ admitted_through: 351 }))], "GET /api/shows/7/queue/me": [ok(entry()), ok(entry({ state: "admitted", turn_ends_at: inMs(600_000) }))] });
  await screen.findByText("1", { selector: "[data-testid=ahead]" });
  expect(seen.filter(({ route }) => route.endsWith("/me"))).toHaveLength(1);
  await act(() => vi.advanceTimersByTimeAsync(3500));
  await waitFor(() => expect(phase()).toBe("turn"));
  expect(document.title).toBe("Your turn! · Langit · Gelora");
  expect(seen.filter(({ route }) => route.endsWith("/me"))).toHaveLength(2);
  await act(() => vi.advanceTimersByTimeAsync(2000));
  await screen.findByText("elsewhere");
});

it("offers the waitlist while nothing is free, and keeps the place", async () => {
  open({ "GET /api/shows/7/queue": [ok(queue({ free: 0 }))], "GET /api/shows/7/queue/me": [ok(entry())] });
  await screen.findByText("waitlist");
  expect(screen.getByTestId("ahead").textContent).toBe("250");
});

it("needs no waiting where there is no room", async () => {
  open({ "GET /api/shows/7/queue/me": [problem(404, "not-found")] });
  await screen.findByText("No need to wait");
});
