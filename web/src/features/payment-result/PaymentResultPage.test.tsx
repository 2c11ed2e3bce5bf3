// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeServer, renderAt } from "../../testing/render.tsx";
import type { Booking } from "./api.ts";
import PaymentResultPage from "./PaymentResultPage.tsx";

const idr = (amount_minor: number) => ({ amount_minor, currency: "IDR" });

function booking(more: Partial<Booking>): Booking {
  return {
    id: "5", reference: "GLR-7K3QFM", hold_id: "4", show_id: "2", status: "awaiting_payment", fees: idr(10), discount: idr(0), total: idr(110),
    lines: [{ seat_no: 0, label: "T1 · A-1", zone_id: "3", zone: "Tribun", price: idr(100) }],
    pay_by: new Date(Date.now() + 600_000).toISOString(), ...more,
  };
}
const ticket = { id: "9", code: "c", seat_no: 0, label: "T1 · A-1", zone: "Tribun", status: "valid" as const };

function show(...states: Booking[]) {
  fakeServer({ "GET /api/bookings/5": states.map((body) => ({ status: 200, body })) });
  renderAt("/bookings/5", "/bookings/:id", <PaymentResultPage />);
}

it("follows the booking from not knowing to its tickets by itself", async () => {
  show(booking({}), booking({ status: "confirmed", tickets: [ticket] }));
  await screen.findByRole("heading", { name: "Waiting for the bank" });
  await screen.findByRole("heading", { name: "See you there!" }, { timeout: 4000 });
});

it("does not call failed what is only late", async () => {
  show(booking({ pay_by: new Date(Date.now() - 5000).toISOString() }));
  await screen.findByRole("heading", { name: "We are making sure" });
  expect(screen.queryByText(/failed/i)).toBeNull();
  expect(screen.queryByRole("button", { name: "Pay now" })).toBeNull();
});

it("says nothing was paid only of what was free", async () => {
  show(booking({ status: "refunded", refunded: idr(0), tickets: [{ ...ticket, status: "void" }] }));
  await screen.findByText(/nothing of the price goes back/);
  expect(screen.queryByText(/Nothing was paid/)).toBeNull();
});

it("lets seats that were given instead be declined after a part of the money came back", async () => {
  show(booking({ status: "partially_refunded", refunded: idr(30), tickets: [ticket], decline_by: new Date(Date.now() + 600_000).toISOString(), replaced: ["T1 · A-9"] }));
  await screen.findByText("T1 · A-9");
  await screen.findByRole("button", { name: "Decline these seats" });
  expect(screen.queryByText("Give the tickets back")).toBeNull();
});

it("says what became of an expired one", async () => {
  show(booking({ status: "expired" }));
  await screen.findByRole("heading", { name: "Time to pay is over" });
});
