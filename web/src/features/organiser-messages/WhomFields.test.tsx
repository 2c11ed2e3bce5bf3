// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { session, type Person } from "../../lib/session.ts";
import { fakeServer, renderAt } from "../../testing/render.tsx";
import type { Show } from "./api.ts";
import { emptyMessage } from "./forms.ts";
import { WhomFields } from "./WhomFields.tsx";

const show = { id: "2", zones: [] as Show["zones"] } as Show;
const works = (...organisations: object[]) => ({ roles: ["customer"], second_factor_needed: false, organisations }) as unknown as Person;

it.each([
  ["for all shows", works({ id: "7", role: "manager", shows: null }), true],
  ["for some of them", works({ id: "7", role: "manager", shows: ["2"] }), false],
  ["for all shows of others only", works({ id: "8", role: "owner", shows: null }, { id: "7", role: "manager", shows: ["2"] }), false],
  ["for the site", { ...works(), roles: ["customer", "admin"] }, true],
])("all shows can be written to by who works %s: %#", (_, user, offered) => {
  fakeServer({});
  session.set({ status: "authenticated", user });
  renderAt("/", "/", <WhomFields show={show} organisation="7" field={() => ({})} whom={emptyMessage.whom} />);
  expect(screen.getByLabelText("Bookings")).toBeDefined();
  expect(screen.queryByLabelText("Shows") !== null).toBe(offered);
});
