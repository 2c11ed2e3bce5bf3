import { expect, it } from "vitest";
import type { Entry, Show } from "./api.ts";
import { hasOpened, roomIsOpen, toTellOf } from "./news.ts";

const now = Date.parse("2027-03-01T10:00:00Z");
const show = (opens_at: string, status: Show["sale"]["status"]) => ({ sale: { opens_at, status } }) as Show;
const entry = (hold_id: string, more: object = {}) => ({ id: hold_id, status: "offered", hold_id, expires_at: "2027-03-01T10:20:00Z", ...more }) as Entry;

it("takes the opening from the show's own time, however old the answer with its status is", () => {
  expect(hasOpened(show("2027-03-01T10:00:00Z", "upcoming"), now)).toBe(true);
  expect(hasOpened(show("2027-03-01T10:00:01Z", "upcoming"), now)).toBe(false);
  expect(hasOpened(show("2027-03-01T09:00:00Z", "postponed"), now)).toBe(false);
  expect(hasOpened(show("2027-03-01T09:00:00Z", "cancelled"), now)).toBe(false);
});

it("tells of a waiting room from when it may be entered until the sale", () => {
  const withRoom = (gathers_at: string, status: Show["sale"]["status"] = "upcoming") => ({ ...show("2027-03-01T11:00:00Z", status), waiting_room: { gathers_at } });
  expect(roomIsOpen(withRoom("2027-03-01T10:00:00Z"), now)).toBe(true);
  expect(roomIsOpen(withRoom("2027-03-01T10:00:01Z"), now)).toBe(false);
  expect(roomIsOpen(withRoom("2027-03-01T09:00:00Z", "cancelled"), now)).toBe(false);
  expect(roomIsOpen(show("2027-03-01T11:00:00Z", "upcoming"), now)).toBe(false);
});

it("tells of places that are held, once, and not in their own checkout", () => {
  const told = (more: object, seen: string[] = [], path = "/") => toTellOf([entry("7", more)], now, seen, path).length;
  expect(told({})).toBe(1);
  expect(told({}, ["7"])).toBe(0);
  expect(told({}, ["8"])).toBe(1);
  expect(told({}, [], "/checkout/7")).toBe(0);
  expect(told({ expires_at: "2027-03-01T10:00:00Z" })).toBe(0);
  expect(told({ status: "waiting", hold_id: undefined })).toBe(0);
});
