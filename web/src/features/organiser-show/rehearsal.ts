import { z } from "zod/mini";
import type { components } from "../../contract/booking.ts";

type Schemas = components["schemas"];
export type Rehearsal = Schemas["Rehearsal"];
export type Wish = Schemas["RehearsalWish"];
export type Advice = Rehearsal["advice"][number];

export const mostFans = 100_000;
const between = (least: number, most: number, message: string) => z.string().check(z.trim(), z.refine((value) => /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most, message));
const orNothing = (most: number, message: string) => z.string().check(z.trim(), z.refine((value) => value === "" || (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= most), message));

/** As it is typed; times in minutes. What is empty is as the show has it. */
export const rehearsalForm = (room: string) =>
  z.object({
    fans: between(1, mostFans, "rehearsal.fans_wrong"),
    minutes: between(1, 360, "rehearsal.minutes_wrong"),
    paying: between(1, 100, "rehearsal.paying_wrong"),
    room: z.string(),
    shoppers: room === "with" ? between(1, 1_000_000, "room.shoppers_wrong") : z.string(),
    turn: room === "with" ? between(1, 60, "room.turn_wrong") : z.string(),
    hold: orNothing(60, "rehearsal.hold_wrong"),
  });
export type Typed = z.infer<ReturnType<typeof rehearsalForm>>;

/** Twice as many as there are places: a sale that is worth rehearsing. */
export const typedAtFirst = (places: number): Typed => ({ fans: String(Math.min(Math.max(2 * places, 100), mostFans)), minutes: "30", paying: "90", room: "as_is", shoppers: "100", turn: "10", hold: "" });

/** On the machine of the rehearsal before, so that the two differ by what was set alone. */
export function wishOf({ fans, minutes, paying, room, shoppers, turn, hold }: Typed, machine?: Rehearsal["machine"]): Wish {
  const settings: NonNullable<Wish["settings"]> = {};
  if (room === "none") settings.waiting_room = null;
  if (room === "with") settings.waiting_room = { shoppers: Number(shoppers), turn_s: 60 * Number(turn) };
  if (hold !== "") settings.hold_ttl_s = 60 * Number(hold);
  return { fans: Number(fans), within_s: 60 * Number(minutes), paying_percent: Number(paying), seed: 1, settings, ...(machine && { machine }) };
}

/** A rehearsal, and what was typed for it. */
export interface Run {
  typed: Typed;
  found: Rehearsal;
}

/** The settings with which the advice is tried; nothing where there is none to try. */
export function following({ about, number }: Advice, { typed, found: { settings } }: Run): Typed | undefined {
  const turn = String(Math.round((settings.waiting_room?.turn_s ?? 600) / 60));
  const shoppers = String(settings.waiting_room?.shoppers ?? 100);
  switch (about) {
    case "open_room":
    case "more_shoppers":
    case "fewer_shoppers":
      return { ...typed, room: "with", shoppers: String(number), turn };
    case "longer_turn":
      return { ...typed, room: "with", shoppers, turn: String(Math.round(number / 60)) };
    case "shorter_hold":
      return { ...typed, hold: String(Math.round(number / 60)) };
    case "slow_answers":
      return undefined;
  }
}
