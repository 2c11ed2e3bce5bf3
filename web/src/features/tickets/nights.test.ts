import { expect, it } from "vitest";
import type { Show, Ticket } from "./api.ts";
import { isQuiet, nightsOf } from "./nights.ts";

const show = (id: string, starts_at: string) => ({ id, starts_at }) as Show;
const ticket = (show_id: string, seat_no: number, status: Ticket["status"] = "valid") => ({ id: `${show_id}${seat_no}`, show_id, seat_no, status }) as Ticket;

it("puts the next night first and what is over last, without what no longer counts", () => {
  const shows = [show("old", "2027-01-01T12:00:00Z"), show("far", "2027-06-01T12:00:00Z"), show("next", "2027-02-02T12:00:00Z"), show("gone", "2027-02-03T12:00:00Z")];
  const tickets = [ticket("far", 3), ticket("old", 1), ticket("next", 9), ticket("next", 2), ticket("gone", 4, "void")];
  const nights = nightsOf(tickets, shows, Date.parse("2027-02-02T15:00:00Z"));
  expect(nights.map(({ show: { id }, tickets: mine, over }) => [id, mine.map(({ seat_no }) => seat_no), over])).toEqual([
    ["next", [2, 9], false],
    ["far", [3], false],
    ["old", [1], true],
  ]);
});

it("keeps void tickets apart, where there are others of the night", () => {
  const [night] = nightsOf([ticket("a", 2, "void"), ticket("a", 1), ticket("a", 3, "frozen"), ticket("a", 4, "transferred")], [show("a", "2027-02-02T12:00:00Z")], 0);
  expect(night!.given_tickets.map(({ seat_no }) => seat_no)).toEqual([4]);
  expect([night!.tickets.map(({ seat_no }) => seat_no), night!.void_tickets.map(({ seat_no }) => seat_no)]).toEqual([[1, 3], [2]]);
});

it("lists a night of which all was given away after those that one goes to", () => {
  const nights = nightsOf([ticket("a", 1, "transferred"), ticket("b", 2)], [show("a", "2027-02-02T12:00:00Z"), show("b", "2027-03-02T12:00:00Z")], 0);
  expect(nights.map((night) => [night.show.id, isQuiet(night)])).toEqual([["b", false], ["a", true]]);
});
