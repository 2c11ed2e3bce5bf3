// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { Role } from "../../lib/roles.ts";
import { begin } from "../../lib/session.ts";
import { fakeServer, problem, renderAt } from "../../testing/render.tsx";
import CounterPage from "./CounterPage.tsx";

const rupiah = (amount_minor: number) => ({ amount_minor, currency: "IDR" });
const since = "2027-01-01T00:00:00Z";
const show = {
  id: "77", concert: { id: "5", title: "Tur Cakrawala", artist: "Langit Karsa" }, venue: { id: "3", name: "Stadion", city: "Jakarta", timezone: "Asia/Jakarta" }, starts_at: "2037-03-01T12:30:00Z", sale: { status: "on_sale" }, currency: "IDR", max_tickets_per_user: 6,
  zones: [{ id: "3", name: "Festival", kind: "standing", colour: "#1d4ed8", price: rupiah(400_000), fee: rupiah(25_000), capacity: 100 }],
};
const seating = { show_id: "77", width: 10, height: 10, stage: { label: "", points: [[0, 0], [1, 0], [1, 1]] }, zones: [{ id: "3", name: "Festival", kind: "standing", colour: "#1d4ed8", capacity: 100, shape: [[0, 0], [1, 0], [1, 1]] }] };
const group = (id: string, name: string, by: string, quantity: number, until: string | null) => ({ id, name, by, at: since, until, seats: [], standing: [{ zone_id: "3", zone: "Festival", quantity }], total: rupiah(quantity * 425_000), prices: [{ zone_id: "3", total: rupiah(425_000) }] });
const sale = { id: "501", reference: "7K2M9QXT", at: since, by: "2", method: "cash", status: "confirmed", total: rupiah(850_000), refunded: rupiah(0), places: ["Festival × 2"], name: "", email: "" };
const later = () => new Date(Date.now() + 600_000).toISOString();
const sales = "POST /api/shows/77/counter-sales";
const pages = (...groups: object[]) => ({
  "GET /api/shows/77": [{ status: 200, body: show }],
  "GET /api/shows/77/seating/rows": [{ status: 200, body: seating }],
  "GET /api/shows/77/availability": [{ status: 200, body: { show_id: "77", version: 1, zones: [{ zone_id: "3", available: 40 }], seats: { count: 0, encoding: "base64-2bit", data: "" } } }],
  "GET /api/shows/77/counter-holds": [{ status: 200, body: { groups } }],
});
function open(role: Role) {
  begin({ access_token: "t", token_type: "Bearer", expires_in: 600, user: { id: "2", email: "a@b.co", name: "Sari", locale: "en", roles: ["customer"], created_at: since }, organisations: [{ id: "7", name: "Nada Raya", role, shows: null, created_at: since }], second_factor_needed: false });
  renderAt("/organiser/7/shows/77/counter", "/organiser/:id/shows/:showId/counter", <CounterPage seats={() => null} />);
}
beforeEach(() => vi.stubGlobal("EventSource", class { addEventListener = () => undefined; close = () => undefined; }));

it("takes up what I hold, and sells it for cash with the change", async () => {
  const seen = fakeServer({ ...pages(group("900", "", "4", 1, later()), group("901", "", "2", 2, later())), [sales]: [{ status: 201, body: sale }] });
  open("box_office");
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText("Received"), "900.000");
  expect(screen.getByText("Rp50.000")).toBeTruthy();
  expect(screen.queryByRole("radio", { name: "Free" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Sell for Rp850.000" }));
  expect((await screen.findByTestId("reference")).textContent).toBe("7K2M9QXT");
  expect(screen.getByText("Rp50.000")).toBeTruthy();
  expect(seen.filter(({ route }) => route === sales).map(({ body }) => body)).toEqual([{ group_id: "901", method: "cash", total_minor: 850_000 }]);
});

it("does not sell for less than is to be paid", async () => {
  fakeServer(pages(group("901", "", "2", 2, later())));
  open("box_office");
  await userEvent.setup().type(await screen.findByLabelText("Received"), "800.000");
  expect(screen.getByText("Still missing")).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Sell for Rp850.000" }).disabled).toBe(true);
});

it("says that the time is up, and goes back to the choice", async () => {
  const answers = { ...pages(group("901", "", "2", 2, later())), [sales]: [problem(409, "seats-not-kept", { seat_nos: [] })] };
  answers["GET /api/shows/77/counter-holds"]!.push({ status: 200, body: { groups: [] } });
  fakeServer(answers);
  open("box_office");
  await userEvent.setup().click(await screen.findByRole("button", { name: "Sell for Rp850.000" }));
  expect(await screen.findByText("These places are no longer held")).toBeTruthy();
  await waitFor(() => expect(screen.queryByTestId("sell")).toBeNull());
});

it("lets a manager give part of a house group away, with a reason", async () => {
  const seen = fakeServer({ ...pages(group("903", "Sponsor", "4", 3, null)), [sales]: [{ status: 201, body: { ...sale, method: "complimentary", total: rupiah(0) } }] });
  open("manager");
  const user = userEvent.setup();
  await user.click(await screen.findByTestId("kept-group"));
  await user.click(screen.getByRole("button", { name: "Fewer for Festival" }));
  await user.click(screen.getByRole("radio", { name: "Free" }));
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Give 2 places away" }).disabled).toBe(true);
  await user.type(screen.getByLabelText("Why free"), "Press");
  await user.click(screen.getByRole("button", { name: "Give 2 places away" }));
  await screen.findByTestId("reference");
  expect(seen.find(({ route }) => route === sales)?.body).toEqual({ group_id: "903", standing: [{ zone_id: "3", quantity: 2 }], method: "complimentary", total_minor: 0, reason: "Press", buyer: { name: "Sponsor", locale: "en" } });
});

it("is for those who sell", async () => {
  fakeServer(pages());
  open("gate");
  expect(await screen.findByText("No such counter")).toBeTruthy();
});
