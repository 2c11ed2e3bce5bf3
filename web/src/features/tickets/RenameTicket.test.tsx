// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeServer, problem, renderAt } from "../../testing/render.tsx";
import type { Show, Ticket } from "./api.ts";
import { RenameTicket } from "./RenameTicket.tsx";

const ticket = { id: "601", code: "GT1.x", seat_no: 0, label: "A-1", zone: "Tribun", status: "valid", attendee: "Ayu", show_id: "7", booking_id: "5" } as Ticket;
const patch = "PATCH /api/tickets/601";
const open = (starts_at = "2099-02-02T12:30:00Z") => renderAt("/", "/", <RenameTicket ticket={ticket} show={{ id: "7", starts_at } as Show} />);

it("writes another name, without spaces around it", async () => {
  const seen = fakeServer({ [patch]: [{ status: 200, body: { ...ticket, attendee: "Bima" } }] });
  open();
  const person = userEvent.setup();
  await person.click(screen.getByRole("button", { name: "Change the name" }));
  const field = screen.getByLabelText("Name on the ticket");
  expect((field as HTMLInputElement).value).toBe("Ayu");
  await person.clear(field);
  expect((screen.getByRole("button", { name: "Save the name" }) as HTMLButtonElement).disabled).toBe(true);
  await person.type(field, " Bima ");
  await person.click(screen.getByRole("button", { name: "Save the name" }));
  await screen.findByRole("button", { name: "Change the name" });
  expect(seen.filter(({ route }) => route === patch).map(({ body }) => body)).toEqual([{ name: "Bima" }]);
});

it("says why not, and keeps what was typed", async () => {
  fakeServer({ [patch]: [problem(409, "no-valid-ticket")] });
  open();
  const person = userEvent.setup();
  await person.click(screen.getByRole("button", { name: "Change the name" }));
  await person.type(screen.getByLabelText("Name on the ticket"), " Lestari");
  await person.click(screen.getByRole("button", { name: "Save the name" }));
  expect((await screen.findByRole("alert")).textContent).toContain("There is no valid ticket");
  expect((screen.getByLabelText("Name on the ticket") as HTMLInputElement).value).toBe("Ayu Lestari");
});

it("is not there once the show has begun", () => {
  open("2020-01-01T00:00:00Z");
  expect(screen.queryByRole("button")).toBeNull();
});
