// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeServer, problem, renderAt } from "../../testing/render.tsx";
import CheckoutPage from "./CheckoutPage.tsx";

const idr = (amount_minor: number) => ({ amount_minor, currency: "IDR" });
const inTenMinutes = new Date(Date.now() + 600_000).toISOString();
const line = { seat_no: 0, label: "T1 · A-1", zone_id: "3", zone: "Tribun", price: idr(100) };
const quote = (discount: number) => ({ lines: [line], fees: idr(10), discount: idr(discount), tax: idr(0), tax_included: true, total: idr(110 - discount) });
const hold = { id: "4", show_id: "2", seats: [{ seat_no: 0, label: "T1 · A-1", zone_id: "3", price: idr(100) }], fees: idr(10), total: idr(110), expires_at: inTenMinutes, status: "active" };
const show = {
  id: "2", concert: { id: "1", slug: "x", title: "Tur", artist: "Langit Karsa", colours: ["#111111", "#222222", "#333333"], poster_seed: 1 }, venue: { name: "GBK", city: "Jakarta", timezone: "Asia/Jakarta" },
  starts_at: "2027-01-01T12:00:00Z", currency: "IDR", max_tickets_per_user: 4, zones: [{ id: "3", name: "Tribun", kind: "seated", colour: "#ff0000", price: idr(100), fee: idr(10), capacity: 9 }],
};
const booking = { ...quote(0), id: "5", reference: "R", hold_id: "4", show_id: "2", status: "awaiting_payment", pay_by: inTenMinutes };
const methods = { items: [{ provider: "midtrans", methods: ["qris", "card"], test: false }, { provider: "sandbox", methods: [], test: true }] };

function open(answers: Parameters<typeof fakeServer>[0] = {}) {
  const seen = fakeServer({
    "GET /api/holds/4": [{ status: 200, body: hold }],
    "GET /api/shows/2": [{ status: 200, body: show }],
    "GET /api/payment-methods": [{ status: 200, body: methods }],
    "POST /api/holds/4/quote": [{ status: 200, body: quote(0) }],
    ...answers,
  });
  renderAt("/checkout/4", "/checkout/:holdId", <CheckoutPage />);
  return seen;
}
const promo = async (user: ReturnType<typeof userEvent.setup>, code: string) => {
  await user.clear(screen.getByLabelText("Promo code"));
  await user.type(screen.getByLabelText("Promo code"), code);
  await user.click(screen.getByRole("button", { name: "Use" }));
};

it("shows methods, and the test bank as one, with the first chosen", async () => {
  open();
  const ways = await screen.findAllByRole("radio");
  expect(ways.map((way) => (way as HTMLInputElement).value)).toEqual(["qris", "card", "bank"]);
  expect((ways[0] as HTMLInputElement).checked).toBe(true);
  expect(screen.getAllByText("Test")).toHaveLength(1);
});

it("says why a code does not work, shows what another saves, and takes it off again", async () => {
  const seen = open({ "POST /api/holds/4/quote": [{ status: 200, body: quote(0) }, problem(422, "promo-invalid", { reason: "used_up" }), { status: 200, body: quote(20) }] });
  const user = userEvent.setup();
  await screen.findAllByRole("radio");
  await user.click(screen.getByText("Have a promo code?"));
  await promo(user, "gone");
  expect((await screen.findAllByText("This code has been used as often as it may be.")).length).toBeGreaterThan(0);
  expect(screen.getByRole("button", { name: "Pay Rp110" })).toBeTruthy();
  await promo(user, "hemat");
  await screen.findByText("Saves you Rp20");
  expect(screen.getByRole("button", { name: "Pay Rp90" })).toBeTruthy();
  expect(seen.filter(({ route }) => route.endsWith("/quote")).map(({ body }) => body)).toEqual([{}, { promo_code: "GONE" }, { promo_code: "HEMAT" }]);
  await user.click(screen.getByRole("button", { name: "Remove" }));
  expect(screen.getByRole("button", { name: "Pay Rp110" })).toBeTruthy();
});

it("asks once more about a code that could not be looked up", async () => {
  const seen = open({ "POST /api/holds/4/quote": [{ status: 200, body: quote(0) }, problem(500, "internal-error"), { status: 200, body: quote(20) }] });
  const user = userEvent.setup();
  await screen.findAllByRole("radio");
  await user.click(screen.getByText("Have a promo code?"));
  await promo(user, "hemat");
  await screen.findAllByText(/Try again in a moment/);
  await user.click(screen.getByRole("button", { name: "Use" }));
  await screen.findByText("Saves you Rp20");
  expect(seen.filter(({ route }) => route.endsWith("/quote"))).toHaveLength(3);
});

it("takes a code off that is refused when it is used, and says why", async () => {
  open({ "POST /api/holds/4/quote": [{ status: 200, body: quote(0) }, { status: 200, body: quote(20) }], "POST /api/bookings": [problem(422, "promo-invalid", { reason: "per_person" })] });
  const user = userEvent.setup();
  await screen.findAllByRole("radio");
  await user.click(screen.getByText("Have a promo code?"));
  await promo(user, "hemat");
  await user.click(await screen.findByRole("button", { name: "Pay Rp90" }));
  expect((await screen.findAllByText("You have used this code as often as you may.")).length).toBeGreaterThan(0);
  expect(screen.queryByTestId("promo-applied")).toBeNull();
  await screen.findByRole("button", { name: "Pay Rp110" });
});

it("needs no bank for what costs nothing", async () => {
  const seen = open({ "POST /api/holds/4/quote": [{ status: 200, body: { ...quote(100), fees: idr(0), total: idr(0) } }], "POST /api/bookings": [{ status: 201, body: { ...booking, status: "confirmed", total: idr(0) } }] });
  await userEvent.setup().click(await screen.findByRole("button", { name: "Take the tickets" }));
  await screen.findByText("elsewhere");
  expect(seen.some(({ route }) => route.includes("payment"))).toBe(false);
});

it("does not go to the bank with a price that was not shown", async () => {
  const seen = open({ "POST /api/bookings": [{ status: 201, body: { ...booking, fees: idr(50), total: idr(150) } }], "GET /api/holds/4": [{ status: 200, body: hold }, { status: 200, body: { ...hold, status: "booked" } }], "GET /api/bookings/5": [{ status: 200, body: { ...booking, fees: idr(50), total: idr(150) } }] });
  await screen.findAllByRole("radio");
  await userEvent.setup().click(screen.getByRole("button", { name: "Pay Rp110" }));
  await screen.findByText(/another price than shown before/);
  await screen.findByRole("button", { name: "Pay Rp150" });
  expect(seen.some(({ route }) => route === "POST /api/payments")).toBe(false);
});

it("is the page of a booking that waits too: another way is another payment, with a key of its own", async () => {
  const seen = open({
    "GET /api/holds/4": [{ status: 200, body: { ...hold, status: "booked" } }],
    "GET /api/bookings": [{ status: 200, body: { items: [booking], next_cursor: null } }],
    "POST /api/payments": [problem(409, "booking-not-payable")],
  });
  const user = userEvent.setup();
  await screen.findAllByRole("radio");
  expect(screen.queryByText("Have a promo code?")).toBeNull();
  for (const way of ["QRIS", "Credit or debit card", "Credit or debit card"]) {
    await user.click(screen.getByRole("radio", { name: new RegExp(way) }));
    await user.click(screen.getByRole("button", { name: "Pay Rp110" }));
    await screen.findByText("Cannot be paid any more");
  }
  const payments = seen.filter(({ route }) => route === "POST /api/payments");
  expect(payments.map(({ body }) => (body as { method: string }).method)).toEqual(["qris", "card", "card"]);
  const keys = payments.map(({ headers }) => headers.get("Idempotency-Key"));
  expect([keys[0] === keys[1], keys[1] === keys[2]]).toEqual([false, true]);
});
