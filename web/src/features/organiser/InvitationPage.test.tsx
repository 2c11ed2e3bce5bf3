// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { begin, end } from "../../lib/session.ts";
import { fakeServer, problem, renderAt } from "../../testing/render.tsx";
import InvitationPage from "./InvitationPage.tsx";

const user = { id: "1", email: "bayu@example.com", name: "Bayu", locale: "en" as const, roles: ["customer"], created_at: "2027-01-01T00:00:00Z" };
const organisation = { id: "7", name: "Nada Raya", role: "gate" as const, created_at: "2027-01-01T00:00:00Z" };
const session = { access_token: "t", token_type: "Bearer" as const, expires_in: 600, user, organisations: [], second_factor_needed: false };
const open = () => renderAt("/invitation?token=abc", "/invitation", <InvitationPage />);

beforeEach(() => end());

it("asks to log in, or to register, and keeps the way back", () => {
  open();
  const next = (name: string) => new URL(screen.getByRole<HTMLAnchorElement>("link", { name }).href).searchParams.get("next");
  expect([next("Log in"), next("Register")]).toEqual(["/invitation?token=abc", "/invitation?token=abc"]);
});

it("accepts by a button, learns the new role, and says what is still missing", async () => {
  begin(session);
  const seen = fakeServer({
    "POST /api/invitations/acceptance": [{ status: 200, body: organisation }],
    "POST /api/sessions/refresh": [{ status: 200, body: { ...session, organisations: [organisation], second_factor_needed: true } }],
  });
  open();
  await userEvent.setup().click(screen.getByRole("button", { name: "Accept" }));
  await screen.findByText("You work for Nada Raya now");
  expect(screen.getByText("Your role: Gate.")).toBeTruthy();
  expect(screen.getByText("Log in with a second factor")).toBeTruthy();
  expect(seen.map(({ route, body }) => [route, body])).toEqual([["POST /api/invitations/acceptance", { token: "abc" }], ["POST /api/sessions/refresh", undefined]]);
});

it("says for whom it was not, when it does not work", async () => {
  begin(session);
  fakeServer({ "POST /api/invitations/acceptance": [problem(410, "token-expired")] });
  open();
  await userEvent.setup().click(screen.getByRole("button", { name: "Accept" }));
  expect((await screen.findByRole("alert")).textContent).toContain("you are logged in as bayu@example.com");
});
