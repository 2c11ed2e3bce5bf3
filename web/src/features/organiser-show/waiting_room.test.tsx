// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeServer, problem, renderAt, withDialogs } from "../../testing/render.tsx";
import type { Show } from "./api.ts";
import { WaitingRoom } from "./WaitingRoom.tsx";

const figures = { show_id: "2", arrived: 0, waiting: 0, admitted: 0, per_minute: null };
const off = { ...figures, settings: null };
const on = { ...figures, settings: { shoppers: 2000, turn_s: 480, gathers_s: 7200 }, arrived: 48_210, waiting: 45_900, admitted: 2310, per_minute: 310 };
const open = (answers: Parameters<typeof fakeServer>[0]) => {
  withDialogs();
  const seen = fakeServer(answers);
  renderAt("/", "/", <WaitingRoom show={{ id: "2" } as Show} />);
  return seen;
};
const route = "/api/shows/2/waiting-room";
const press = async (name: string, which = 0) => userEvent.setup().click((await screen.findAllByRole("button", { name })).at(which)!);
const fill = async (label: string, value: string) => {
  const input = await screen.findByLabelText(label);
  await userEvent.setup().clear(input);
  await userEvent.setup().type(input, value);
};

it("is switched on with minutes that are sent as seconds", async () => {
  const seen = open({ [`GET ${route}`]: [{ status: 200, body: off }], [`PUT ${route}`]: [{ status: 200, body: { ...on, settings: { shoppers: 40, turn_s: 300, gathers_s: 1800 } } }] });
  await fill("How many choose at the same time", "40");
  await fill("Minutes of a turn", "5");
  await fill("Minutes before the sale that one may enter", "30");
  await press("Switch on");
  await screen.findByText("Saved.");
  expect(seen.find(({ route }) => route.startsWith("PUT"))!.body).toEqual({ shoppers: 40, turn_s: 300, gathers_s: 1800 });
  expect(screen.getByTestId("room-waiting").textContent).toBe("45.900");
});

it("says at their fields what cannot be, and sends nothing", async () => {
  const seen = open({ [`GET ${route}`]: [{ status: 200, body: off }] });
  await fill("Minutes of a turn", "61");
  await fill("How many choose at the same time", "0");
  await press("Switch on");
  await screen.findByText("Whole minutes, from 1 to 60.");
  expect(screen.getByText("A whole number, from 1 to a million.")).toBeDefined();
  expect(seen.some(({ route }) => route.startsWith("PUT"))).toBe(false);
});

it("begins with the settings that there are, and says what the service refuses", async () => {
  open({ [`GET ${route}`]: [{ status: 200, body: on }], [`PUT ${route}`]: [problem(422, "invalid-request", { errors: [{ pointer: "/shoppers", message: "must be at most 1000000" }] })] });
  expect((await screen.findByLabelText<HTMLInputElement>("Minutes of a turn")).value).toBe("8");
  expect(screen.getByLabelText<HTMLInputElement>("Minutes before the sale that one may enter").value).toBe("120");
  await press("Save");
  await screen.findByText("must be at most 1000000");
});

it("is switched off when that was asked, with how many wait", async () => {
  const seen = open({ [`GET ${route}`]: [{ status: 200, body: on }, { status: 200, body: off }], [`DELETE ${route}`]: [{ status: 204 }] });
  await press("Switch off");
  await screen.findByText("45.900 people wait right now.", { exact: false });
  expect(seen.some(({ route }) => route.startsWith("DELETE"))).toBe(false);
  await press("Switch off", -1);
  await screen.findByText("Off: when the sale opens, everybody chooses at once.");
  expect(screen.queryByTestId("room-waiting")).toBeNull();
});
