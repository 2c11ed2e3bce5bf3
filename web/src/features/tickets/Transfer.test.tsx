// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { begin } from "../../lib/session.ts";
import { fakeServer, problem, renderAt } from "../../testing/render.tsx";
import type { Show, Ticket } from "./api.ts";
import { Transfer } from "./Transfer.tsx";

const user = { id: "1", email: "ayu@example.com", name: "Ayu", locale: "en" as const, roles: ["customer"], created_at: "2027-01-01T00:00:00Z" };
const session = { access_token: "t", token_type: "Bearer" as const, expires_in: 600, user, organisations: [], second_factor_needed: false };
const ticket = { id: "601", code: "GT1.x", seat_no: 0, label: "A-1", zone: "Tribun", status: "valid", show_id: "7", booking_id: "5" } as Ticket;
const show = (starts_at: string) => ({ id: "7", starts_at, venue: { timezone: "Asia/Jakarta" } }) as Show;
const transfer = { id: "9", ticket_id: "601", email: "bima@example.com", status: "offered" as const, created_at: "2099-01-01T00:00:00Z", expires_at: "2099-01-04T05:00:00Z" };
const post = "POST /api/tickets/601/transfers";
const open = (one: Ticket, starts_at = "2099-02-02T12:30:00Z") => renderAt("/", "/", <Transfer ticket={one} show={show(starts_at)} />);

beforeEach(() => begin(session));

async function form() {
  const person = userEvent.setup();
  await person.click(screen.getByRole("button", { name: "Transfer" }));
  await screen.findByLabelText("Email of the receiver");
  return { person, send: () => person.click(screen.getByRole("button", { name: "Send the offer" })), email: screen.getByLabelText("Email of the receiver"), name: screen.getByLabelText("Name on the ticket (optional)") };
}

it("asks for an address that is one, and not one's own", async () => {
  const seen = fakeServer({});
  open(ticket);
  const { person, send, email } = await form();
  await send();
  await screen.findByText("This is not an email address.");
  await person.type(email, "AYU@example.com");
  await send();
  await screen.findByText("This is your own address.");
  expect(seen.filter(({ route }) => route === post)).toEqual([]);
});

it("offers the ticket, with a name where one is given", async () => {
  const seen = fakeServer({ [post]: [{ status: 201, body: transfer }] });
  open(ticket);
  const { person, send, email, name } = await form();
  await person.type(email, "bima@example.com");
  await person.type(name, "Bima Sakti");
  await send();
  await screen.findByRole("button", { name: "Transfer" });
  expect(seen.filter(({ route }) => route === post).map(({ body }) => body)).toEqual([{ email: "bima@example.com", name: "Bima Sakti" }]);
});

it("says why not", async () => {
  fakeServer({ [post]: [problem(409, "transfer-open")] });
  open(ticket);
  const { person, send, email } = await form();
  await person.type(email, "bima@example.com");
  await send();
  expect((await screen.findByRole("alert")).textContent).toContain("It is offered already");
});

it("shows to whom it is offered, and takes that back", async () => {
  const seen = fakeServer({ "DELETE /api/tickets/601/transfers/9": [{ status: 204 }] });
  open({ ...ticket, transfer });
  expect(screen.getByText("Offered to bima@example.com")).toBeTruthy();
  await userEvent.setup().click(screen.getByRole("button", { name: "Take back" }));
  expect(seen.some(({ route }) => route === "DELETE /api/tickets/601/transfers/9")).toBe(true);
});

it("is not there when the show has begun", () => {
  open(ticket, "2020-02-02T12:30:00Z");
  expect(screen.queryByRole("button")).toBeNull();
});
