import { expect, it } from "vitest";
import { isToday, servedShows } from "./post.ts";
import { Sightings } from "./sightings.ts";

it("takes a ticket once while it is in view, and again when it was away", () => {
  const seen = new Sightings();
  const at = (code: string, ms: number) => seen.isNew(code, ms);
  expect([at("a", 0), at("a", 2000), at("a", 4000), at("b", 4100), at("a", 4200), at("a", 8000)]).toEqual([true, false, false, true, true, true]);
});

it("does not take the next digits of a ticket for another one", () => {
  const seen = new Sightings();
  expect([seen.isNew("GT2.abc.12345678", 0), seen.isNew("GT2.abc.87654321", 100), seen.isNew("GT2.abd.87654321", 200)]).toEqual([true, false, true]);
});

it("offers tonight's show first, and none that is over or called off", () => {
  const show = (id: string, hours: number, status = "on_sale") => ({ id, status, starts_at: new Date(hours * 3_600_000).toISOString() }) as never;
  const shows = [show("later", 200), show("over", 80), show("tonight", 105), show("running", 98), show("called off", 104, "cancelled")];
  expect(servedShows(shows, 100 * 3_600_000).map(({ id }) => id)).toEqual(["running", "tonight", "later"]);
  expect(servedShows(shows, 100 * 3_600_000).map((one) => isToday(one, 100 * 3_600_000))).toEqual([true, true, false]);
});
