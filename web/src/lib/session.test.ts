// @vitest-environment jsdom
import { expect, it } from "vitest";
import { begin, changeUser, session, type User } from "./session.ts";

const user: User = { id: "1", email: "a@b.co", name: "Ayu", locale: "id", roles: ["customer"], created_at: "2027-01-01T00:00:00Z" };
const organisations = [{ id: "7", name: "Nada Raya", role: "owner" as const, shows: null, created_at: "2027-01-01T00:00:00Z" }];

it("knows for whom somebody works, also after their name was changed", () => {
  begin({ access_token: "t", token_type: "Bearer", expires_in: 600, user, organisations, second_factor_needed: true });
  changeUser({ ...user, name: "Ayu L." });
  expect(session.get()).toEqual({ status: "authenticated", user: { ...user, name: "Ayu L.", organisations, second_factor_needed: true } });
});
