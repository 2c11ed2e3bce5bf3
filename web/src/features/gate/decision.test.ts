import { expect, it } from "vitest";
import { afterAnswer, decide, type Direction, type Rules, type Ticket } from "./decision.ts";

const at = "2027-03-01T12:00:00Z", before = "2027-03-01T11:00:00Z";
const fresh: Ticket = { id: "5", status: "valid", zone: 0, seat: "A-1", name: "Ayu L.", first_at: null, inside: false, first_gate: null };
const inside: Ticket = { ...fresh, status: "used", first_at: before, inside: true, first_gate: "Selatan" };
const outside: Ticket = { ...inside, inside: false };
const rules: Rules = { show_id: "42", reentry: false, zones: ["Tribun", "Festival"], leads_to: undefined };
const claim = { ticket_id: "5", show_id: "42", seat_no: 0 };
const ask = (ticket: Ticket | undefined, direction: Direction = "in", more: Partial<Rules> = {}) => decide(claim, ticket, direction, { ...rules, ...more }, "Utara", at);
const says = (...args: Parameters<typeof ask>) => {
  const { result, reason } = ask(...args).answer;
  return reason ?? result;
};

it.each<[string, Ticket, Direction, Partial<Rules>, string]>([
  ["a valid one", fresh, "in", {}, "admitted"],
  ["one that is inside", inside, "in", { reentry: true }, "already_admitted"],
  ["one that went out", outside, "in", {}, "already_admitted"],
  ["one that went out, where that is allowed", outside, "in", { reentry: true }, "admitted"],
  ["one that was used elsewhere", { ...outside, first_at: null }, "in", { reentry: true }, "already_admitted"],
  ["one that was given back", { ...fresh, status: "void" }, "in", {}, "void"],
  ["one that was given away", { ...fresh, status: "transferred" }, "in", {}, "void"],
  ["one that is disputed", { ...fresh, status: "frozen" }, "out", {}, "frozen"],
  ["one for another gate", fresh, "in", { leads_to: [1] }, "wrong-zone"],
  ["one for this gate", fresh, "in", { leads_to: [0] }, "admitted"],
  ["one that is inside, at a gate that is not its own", inside, "in", { leads_to: [1] }, "wrong-zone"],
  ["one that goes out", inside, "out", { leads_to: [1] }, "left"],
  ["one that goes out and was not in", fresh, "out", {}, "not-inside"],
])("answers to %s", (_, ticket, direction, more, answer) => expect(says(ticket, direction, more)).toBe(answer));

it("keeps who was first, and shows it", () => {
  expect(ask(fresh).changed).toEqual({ ...fresh, status: "used", first_at: at, first_gate: "Utara", inside: true });
  expect(ask(inside)).toEqual({ answer: { result: "already_admitted", ticket_id: "5", seat: "A-1", zone: "Tribun", name: "Ayu L.", first_admitted_at: before, first_gate: "Selatan" } });
  expect(ask(outside, "in", { reentry: true }).changed).toEqual(inside);
  expect(ask(inside, "out").changed).toEqual(outside);
});

it("names nobody who is refused", () => expect(ask({ ...fresh, status: "void" }).answer).toEqual({ result: "refused", reason: "void", ticket_id: "5", seat: "A-1", zone: "Tribun", name: "" }));

it("lets in a genuine ticket that the list does not have yet, at any gate, and says so", () => {
  expect(ask(undefined, "in", { leads_to: [1] })).toMatchObject({ unlisted: true, answer: { result: "admitted" }, changed: { id: "5", inside: true } });
});

it("refuses what is no ticket of this show", () => {
  expect(decide("bad-signature", undefined, "in", rules, "Utara", at)).toEqual({ answer: { result: "refused", reason: "bad-signature" } });
  expect(decide({ ...claim, show_id: "43" }, undefined, "in", rules, "Utara", at)).toEqual({ answer: { result: "refused", reason: "wrong-show" } });
});

it("learns from what the server says", () => {
  expect(afterAnswer(fresh, { result: "already_admitted", first_admitted_at: before, first_gate: "Selatan" })).toMatchObject({ status: "used", first_at: before, first_gate: "Selatan" });
  expect(afterAnswer(fresh, { result: "refused", reason: "void" }).status).toBe("void");
  expect(afterAnswer(inside, { result: "left" }).inside).toBe(false);
  expect(afterAnswer(fresh, { result: "refused", reason: "wrong-zone" })).toBe(fresh);
});
