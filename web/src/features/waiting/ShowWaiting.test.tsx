// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { begin, end } from "../../lib/session.ts";
import { fakeServer, problem, renderAt } from "../../testing/render.tsx";
import { waitsHere } from "./here.ts";
import { ShowWaiting } from "./ShowWaiting.tsx";

const user = { id: "1", email: "bima@example.com", name: "Bima", locale: "en" as const, roles: ["customer"], created_at: "2027-01-01T00:00:00Z" };
const session = { access_token: "t", token_type: "Bearer" as const, expires_in: 600, user, organisations: [], second_factor_needed: false };
const zones = [{ id: "71", name: "Tribun" }, { id: "72", name: "Festival" }];
const show = { id: "7", zones, max_tickets_per_user: 4, venue: { timezone: "Asia/Jakarta" }, concert: { slug: "langit", artist: "Langit", title: "Tur" } };
const later = new Date(Date.now() + 3_600_000).toISOString();
const entry = (more: object = {}) => ({ id: "90", show_id: "7", zone_id: "72", quantity: 3, position: 3, status: "waiting", created_at: "2027-01-01T00:00:00Z", ...more });
const list = (...items: object[]) => ({ status: 200, body: { items, next_cursor: null } });
const open = (status: "upcoming" | "sold_out" | "on_sale", soldOut: typeof zones = []) =>
  renderAt("/concerts/langit", "/concerts/langit", <ShowWaiting show={{ id: "7", sale: { status, opens_at: status === "upcoming" ? later : "2027-01-01T00:00:00Z", closes_at: later } }} zones={soldOut} />);
const tellMe = "Tell me when it opens";
const press = async (name: string) => userEvent.setup().click(await screen.findByRole("button", { name }));

beforeEach(() => {
  end();
  localStorage.removeItem("gelora.waiting");
});
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
  this.dispatchEvent(new Event("close"));
};

it("tells a guest to log in, and does what they asked for when they are back", async () => {
  const seen = fakeServer({ "PUT /api/shows/7/watch": [{ status: 204 }], "GET /api/watches": [list(), list({ show_id: "7", created_at: later })] });
  const page = open("upcoming");
  await press(tellMe);
  await screen.findByText("elsewhere");
  expect(seen.filter(({ route }) => route.includes("/api/") && route !== "GET /api/shows/7")).toEqual([]);
  page.unmount();
  begin(session);
  open("upcoming");
  await screen.findByText("We will tell you by mail, and here while Gelora is open.");
  expect(screen.getByRole("button", { name: tellMe }).getAttribute("aria-pressed")).toBe("true");
  expect(seen.filter(({ route }) => route.startsWith("PUT"))).toHaveLength(1);
  expect(waitsHere.get()).toBe(true);
});

it("shows what was done also when the list of before comes after it", async () => {
  begin(session);
  sessionStorage.setItem("gelora.watch.7", "true"); // asked for before logging in
  fakeServer({ "PUT /api/shows/7/watch": [{ status: 204 }], "GET /api/watches": [list(), list({ show_id: "7", created_at: later })] });
  const fast = fetch;
  let asked = 0;
  let done: () => void = () => undefined;
  const put = new Promise<void>((resolve) => (done = resolve));
  vi.stubGlobal("fetch", async (input: Request) => {
    const answer = await fast(input);
    if (input.method === "PUT") done();
    if (input.url?.endsWith("/api/watches") && (asked += 1) === 1) {
      await put;
      await new Promise((resolve) => setTimeout(resolve)); // after all that the answer to the other has brought about
    }
    return answer;
  });
  open("upcoming");
  await waitFor(() => expect(screen.getByRole("button", { name: tellMe }).getAttribute("aria-pressed")).toBe("true"));
});

it.each([
  ["is told of, and when its waiting room opens, while that is closed", 1800_000, "button", tellMe],
  ["is entered by its waiting room, once that is open", -1000, "link", "Enter the waiting room"],
])("an opening %s", async (_, inMs, role, name) => {
  fakeServer({ "GET /api/shows/7": [{ status: 200, body: { ...show, waiting_room: { gathers_at: new Date(Date.now() + inMs).toISOString() } } }] });
  open("upcoming");
  expect((await screen.findByRole(role, { name })).getAttribute("href")).toBe(role === "link" ? "/shows/7/queue" : null);
  if (role === "button") await screen.findByText(/^The waiting room opens at /);
  else expect(screen.queryByRole("button", { name: tellMe })).toBeNull();
});

it("tells no more when pressed again", async () => {
  begin(session);
  const seen = fakeServer({ "DELETE /api/shows/7/watch": [{ status: 204 }], "GET /api/watches": [list({ show_id: "7", created_at: later }), list()] });
  open("upcoming");
  await waitFor(() => expect(screen.getByRole("button", { name: tellMe }).getAttribute("aria-pressed")).toBe("true"));
  await press(tellMe);
  await waitFor(() => expect(screen.getByRole("button", { name: tellMe }).getAttribute("aria-pressed")).toBe("false"));
  expect(seen.some(({ route }) => route === "DELETE /api/shows/7/watch")).toBe(true);
});

it("joins with a number of places and a zone, and shows the place in line, which can be left", async () => {
  begin(session);
  const seen = fakeServer({ "GET /api/shows/7": [{ status: 200, body: show }], "GET /api/waitlist": [list(), list(entry()), list(entry({ status: "cancelled" }))], "POST /api/shows/7/waitlist": [{ status: 201, body: entry() }], "DELETE /api/waitlist/90": [{ status: 204 }] });
  open("sold_out");
  await press("Join the waitlist");
  await screen.findByText("At most 4 a person");
  await press("More");
  await press("More");
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "More" }).disabled).toBe(true);
  await press("Less");
  await userEvent.setup().selectOptions(screen.getByLabelText("Zone"), "Festival");
  await press("Join the line");
  await screen.findByText("You are number 3 in line");
  expect(screen.getByText("3 places · Festival", { exact: false })).toBeTruthy();
  expect(seen.find(({ route }) => route === "POST /api/shows/7/waitlist")!.body).toEqual({ zone_id: "72", quantity: 3 });
  await press("Leave the line");
  await userEvent.setup().click(screen.getAllByRole("button", { name: "Leave the line" }).at(-1)!);
  await screen.findByRole("button", { name: "Join the waitlist" });
  expect(seen.some(({ route }) => route === "DELETE /api/waitlist/90")).toBe(true);
});

it("leads to the seats when there are some after all", async () => {
  begin(session);
  fakeServer({ "GET /api/shows/7": [{ status: 200, body: show }], "GET /api/waitlist": [list()], "POST /api/shows/7/waitlist": [problem(409, "not-sold-out")] });
  open("sold_out");
  await press("Join the waitlist");
  await press("Join the line");
  expect((await screen.findByRole("alert")).textContent).toContain("There are places");
  expect(screen.getByRole<HTMLAnchorElement>("link", { name: "Pick seats" }).getAttribute("href")).toBe("/shows/7/seats");
});

it("shows what is held, and leads to its checkout", async () => {
  begin(session);
  fakeServer({ "GET /api/shows/7": [{ status: 200, body: show }], "GET /api/waitlist": [list(entry({ status: "offered", position: null, hold_id: "55", expires_at: later }))] });
  open("on_sale");
  await screen.findByText(/^3 places are held for you until /);
  expect(screen.getByRole<HTMLAnchorElement>("link", { name: "Go to checkout" }).getAttribute("href")).toBe("/checkout/55");
});

it("names the zones that are sold out, each to be waited for", async () => {
  fakeServer({});
  open("on_sale", [zones[1]!]);
  expect(await screen.findByRole("button", { name: "Join the waitlist of Festival" })).toBeTruthy();
  expect(screen.queryByText("Tribun")).toBeNull();
});
