import { expect, it } from "vitest";
import { following, rehearsalForm, typedAtFirst, wishOf, type Advice, type Rehearsal } from "./rehearsal.ts";

const typed = typedAtFirst(450);
const played = (waiting_room: Rehearsal["settings"]["waiting_room"]) => ({ settings: { waiting_room, hold_ttl_s: 600, max_tickets_per_user: 4 } }) as Rehearsal;
const follow = (about: Advice["about"], number: number, waiting_room: Rehearsal["settings"]["waiting_room"] = null) => following({ about, number }, { typed, found: played(waiting_room) });
const wrong = (room: string, change: object) => rehearsalForm(room).safeParse({ ...typed, ...change }).error?.issues.map(({ path }) => path[0]) ?? [];

it("begins with twice as many fans as places, within what may be asked", () => {
  expect([typedAtFirst(3).fans, typed.fans, typedAtFirst(90_000).fans]).toEqual(["100", "900", "100000"]);
});

it("asks for what was typed, in seconds, and leaves out what stays as it is", () => {
  expect(wishOf(typed)).toEqual({ fans: 900, within_s: 1800, paying_percent: 90, seed: 1, settings: {} });
  expect(wishOf({ ...typed, room: "none", hold: "5" }).settings).toEqual({ waiting_room: null, hold_ttl_s: 300 });
  expect(wishOf({ ...typed, room: "with", shoppers: "40", turn: "8" }).settings).toEqual({ waiting_room: { shoppers: 40, turn_s: 480 } });
  const machine = { measured: true, commit_us: 900, row_us: 30 };
  expect(wishOf(typed, machine).machine).toEqual(machine);
});

it("looks at the room's fields only where a room is tried", () => {
  expect(wrong("as_is", { shoppers: "x", turn: "" })).toEqual([]);
  expect(wrong("with", { shoppers: "0", turn: "61" })).toEqual(["shoppers", "turn"]);
  expect(wrong("as_is", { fans: "100001", minutes: "0", paying: "1.5", hold: "90" })).toEqual(["fans", "minutes", "paying", "hold"]);
});

it("tries an advice with all else as it was played", () => {
  expect(follow("open_room", 45)).toEqual({ ...typed, room: "with", shoppers: "45", turn: "10" });
  expect(follow("more_shoppers", 90, { shoppers: 45, turn_s: 300 })).toEqual({ ...typed, room: "with", shoppers: "90", turn: "5" });
  expect(follow("longer_turn", 600, { shoppers: 45, turn_s: 300 })).toEqual({ ...typed, room: "with", shoppers: "45", turn: "10" });
  expect(follow("shorter_hold", 300)).toEqual({ ...typed, hold: "5" });
  expect(follow("slow_answers", 1800)).toBeUndefined();
});
