// @vitest-environment jsdom
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { begin } from "../../lib/session.ts";
import { fakeServer, problem, renderAt } from "../../testing/render.tsx";
import type { Role } from "./powers.ts";
import { Team } from "./Team.tsx";

const since = "2027-01-01T00:00:00Z";
const member = (user_id: string, name: string, role: Role) => ({ user_id, name, email: `${name.toLowerCase()}@example.com`, role, since, second_factor: true });
const list = (...items: object[]) => ({ status: 200, body: { items, next_cursor: null } });
const members = list(member("1", "Ayu", "owner"), member("2", "Bayu", "manager"), member("3", "Citra", "gate"));
const none = { "GET /api/organisations/7/invitations": [list()] };

function logInAs(id: string) {
  begin({ access_token: "t", token_type: "Bearer", expires_in: 600, user: { id, email: "a@b.co", name: "A", locale: "en", roles: ["customer"], created_at: since }, organisations: [], second_factor_needed: false });
}
const open = (role: Role) => renderAt("/", "/", <Team organisation={{ id: "7", name: "Nada Raya", role, shows: null, created_at: since }} />);
const row = (name: string) => screen.getByText(`${name.toLowerCase()}@example.com`).closest("li")!;

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function show() { this.open = true; }; // jsdom has none
  HTMLDialogElement.prototype.close = function close() { this.open = false; };
});
beforeEach(() => logInAs("2"));

it("shows a manager no control over those above", async () => {
  fakeServer({ "GET /api/organisations/7/members": [members], ...none });
  open("manager");
  await screen.findByText("ayu@example.com");
  expect(within(row("Ayu")).queryAllByRole("button")).toEqual([]);
  expect(within(row("Bayu")).getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Leave"]);
  expect(within(row("Citra")).getByRole("button", { name: "Remove Citra" })).toBeTruthy();
  const offered = within(row("Citra")).getAllByRole("option").map(({ textContent }) => textContent);
  expect(offered).toEqual(["Box office", "Gate"]);
});

it("changes a role only when it is saved", async () => {
  logInAs("1");
  const seen = fakeServer({ "GET /api/organisations/7/members": [members], "PATCH /api/organisations/7/members/3": [{ status: 200, body: member("3", "Citra", "box_office") }], ...none });
  open("owner");
  await screen.findByText("citra@example.com");
  const user = userEvent.setup();
  await user.selectOptions(within(row("Citra")).getByLabelText("Role of Citra"), "box_office");
  expect(seen.some(({ route }) => route.startsWith("PATCH"))).toBe(false);
  await user.click(within(row("Citra")).getByRole("button", { name: "Save" }));
  await screen.findByText("citra@example.com");
  expect(seen.find(({ route }) => route.startsWith("PATCH"))?.body).toEqual({ role: "box_office" });
});

it("says why the last owner cannot go", async () => {
  logInAs("1");
  fakeServer({ "GET /api/organisations/7/members": [members], "DELETE /api/organisations/7/members/1": [problem(409, "last-owner")], ...none });
  open("owner");
  await screen.findByText("ayu@example.com");
  const user = userEvent.setup();
  await user.click(within(row("Ayu")).getByRole("button", { name: "Leave" }));
  await user.click(await screen.findByRole("button", { name: "Leave it" }));
  await screen.findByText("Somebody has to own it");
});
