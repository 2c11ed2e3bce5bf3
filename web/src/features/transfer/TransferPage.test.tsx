// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { begin, end } from "../../lib/session.ts";
import { fakeServer, problem, renderAt } from "../../testing/render.tsx";
import TransferPage from "./TransferPage.tsx";

const user = { id: "1", email: "bima@example.com", name: "Bima", locale: "en" as const, roles: ["customer"], created_at: "2027-01-01T00:00:00Z" };
const session = { access_token: "t", token_type: "Bearer" as const, expires_in: 600, user, organisations: [], second_factor_needed: false };
const offer = { show_id: "7", artist: "Langit Karsa", title: "Tur", starts_at: "2027-02-02T12:30:00Z", venue: "Istora", city: "Jakarta", timezone: "Asia/Jakarta", label: "Tribun 1 · A-1", zone: "Tribun", from: "Ayu", expires_at: "2027-02-01T12:30:00Z" };
const ticket = { id: "602", code: "GT1.x", seat_no: 0, label: offer.label, zone: "Tribun", status: "valid", show_id: "7", booking_id: "5" };
const look = "POST /api/transfers/look", accept = "POST /api/transfers/accept";
const open = (address = "/transfer?token=abc") => renderAt(address, "/transfer", <TransferPage />);

beforeEach(() => end());

it("shows what is offered to whoever has the link, and keeps the way back over logging in or registering", async () => {
  const seen = fakeServer({ [look]: [{ status: 200, body: offer }] });
  open();
  await screen.findByText("Ayu gives you this ticket.", { exact: false });
  for (const text of ["Langit Karsa", "Tribun 1 · A-1", "Istora, Jakarta"]) expect(screen.getByText(text)).toBeTruthy();
  const next = (name: string) => new URL(screen.getByRole<HTMLAnchorElement>("link", { name }).href).searchParams.get("next");
  expect([next("Log in"), next("Register")]).toEqual(["/transfer?token=abc", "/transfer?token=abc"]);
  expect(screen.queryByRole("button", { name: "Take it" })).toBeNull();
  expect(seen.find(({ route }) => route === look)!.body).toEqual({ token: "abc" });
});

it("takes the ticket by a button, and leads to it", async () => {
  begin(session);
  const seen = fakeServer({ [look]: [{ status: 200, body: offer }], [accept]: [{ status: 200, body: ticket }] });
  open();
  await userEvent.setup().click(await screen.findByRole("button", { name: "Take it" }));
  await screen.findByText("The ticket is yours");
  expect(screen.getByRole<HTMLAnchorElement>("link", { name: "Open the ticket" }).getAttribute("href")).toBe("/tickets?ticket=602");
  expect(seen.find(({ route }) => route === accept)!.body).toEqual({ token: "abc" });
});

it("says so when somebody was faster", async () => {
  begin(session);
  fakeServer({ [look]: [{ status: 200, body: offer }], [accept]: [problem(410, "transfer-gone")] });
  open();
  await userEvent.setup().click(await screen.findByRole("button", { name: "Take it" }));
  expect((await screen.findByRole("alert")).textContent).toContain("This offer is not open any more");
  expect(screen.getByRole("link", { name: "To my tickets" })).toBeTruthy();
});

it("says so when it is one's own, and lets nobody take it then", async () => {
  begin(session);
  fakeServer({ [look]: [{ status: 200, body: offer }], [accept]: [problem(409, "own-ticket")] });
  open();
  await userEvent.setup().click(await screen.findByRole("button", { name: "Take it" }));
  expect((await screen.findByRole("alert")).textContent).toContain("This is your own ticket");
});

it.each(["/transfer", "/transfer?token=old"])("says that %s is not open", async (address) => {
  fakeServer({ [look]: [problem(410, "transfer-gone")] });
  open(address);
  expect((await screen.findByRole("alert")).textContent).toContain("This offer is not open any more");
});
