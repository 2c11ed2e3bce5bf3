// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeServer, problem } from "../../testing/render.tsx";
import type { Ruled } from "./api.ts";
import { Capacities } from "./Capacities.tsx";
import { toldBy, typedCapacity, type ZoneCapacity } from "./capacity.ts";

const festival: ZoneCapacity = { zone_id: "4", name: "Festival", colour: "#0e9594", capacity: 800, plan_capacity: 800, sold: 312, held: 8, house: 20, free: 460 };
const show = { id: "2", zones: [{ id: "4", name: "Festival", colour: "#0e9594", kind: "standing" }] } as Ruled;
const put = "PUT /api/shows/2/zones/4/capacity";
const answers = (zone: ZoneCapacity, more: Record<string, unknown[]> = {}) => fakeServer({ "GET /api/shows/2/capacities": [{ status: 200, body: { items: [zone], next_cursor: null } }], ...more } as never);
const card = (of = show) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Capacities show={of} />
    </QueryClientProvider>,
  );
const number = () => screen.findByLabelText<HTMLInputElement>("May be taken");
const press = (name: string | RegExp) => userEvent.setup().click(screen.getByRole("button", { name }));
async function type(text: string) {
  const user = userEvent.setup();
  await user.clear(await number());
  await user.type(await number(), text);
}

it.each([["0", 0], [" 12 ", 12], ["800", 800], ["801", undefined], ["-1", undefined], ["1.5", undefined], ["", undefined], ["12a", undefined]])("reads %j as %j", (text, places) => {
  expect(typedCapacity(text, 800)).toBe(places);
});

it("knows nothing of a zone from other refusals", () => {
  expect(toldBy(new Error("x"), festival)).toBeUndefined();
});

it("is not there where all zones have seats", () => {
  answers(festival);
  const { container } = card({ ...show, zones: [{ ...show.zones[0]!, kind: "seated" }] });
  expect(container.textContent).toBe("");
});

it("goes up and down by one, within the plan, and says what it saved", async () => {
  const seen = answers(festival, { [put]: [{ status: 200, body: { ...festival, capacity: 799, free: 459 } }] });
  card();
  await number();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "One more" }).disabled).toBe(true);
  await press("One fewer");
  expect((await number()).value).toBe("799");
  await press("Save");
  await screen.findByText("Saved: 799 may be taken.");
  expect(seen.find(({ route }) => route === put)!.body).toEqual({ capacity: 799, was: 800 });
  await screen.findByText("312 sold · 8 held · 20 kept · 459 free · 1 not for sale");
});

it("says the numbers of a refusal, and sets the lowest possible", async () => {
  const refusal = problem(409, "capacity-below-sold", { capacity: 800, sold: 315, held: 9, house: 20 });
  const seen = answers(festival, { [put]: [refusal, { status: 200, body: { ...festival, capacity: 344, sold: 315, held: 9, free: 0 } }] });
  card();
  await type("100");
  await press("Save");
  await screen.findByText("315 are sold, 9 held and 20 kept. 344 is the lowest possible right now.");
  expect((await number()).value).toBe("100");
  await press("Set to 344, the lowest possible");
  await screen.findByText("Saved: 344 may be taken.");
  expect(seen.filter(({ route }) => route === put).map(({ body }) => body)).toEqual([{ capacity: 100, was: 800 }, { capacity: 344, was: 800 }]);
});

it("keeps mine beside what another set meanwhile", async () => {
  const changed = problem(412, "changed-meanwhile", { current: { ...festival, capacity: 600, free: 260 } });
  const seen = answers(festival, { [put]: [changed, { status: 200, body: { ...festival, capacity: 700, free: 360 } }] });
  card();
  await type("700");
  await press("Save");
  await screen.findByText(/has set it to 600 meanwhile. Your 700 is not saved/);
  expect((await number()).value).toBe("700");
  await press("Save");
  await screen.findByText("Saved: 700 may be taken.");
  expect(seen.filter(({ route }) => route === put).at(-1)!.body).toEqual({ capacity: 700, was: 600 });
});

it("says what it does not take before it is sent", async () => {
  answers(festival);
  card();
  await type("801");
  await screen.findByText("A whole number, from 0 to 800.");
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Save" }).disabled).toBe(true);
});
