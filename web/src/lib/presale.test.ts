// @vitest-environment jsdom
import { beforeEach, expect, it } from "vitest";
import { accessCode, needsAccessCode, presaleRefusal, presaleState, refuseAccessCode, setAccessCode, withAccessCode } from "./presale.ts";
import { ApiProblem } from "./problem.ts";

beforeEach(() => {
  sessionStorage.clear();
  presaleRefusal.set(undefined);
});

it("is on from its opening until everybody's, of shows that have one", () => {
  const [presale_opens_at, opens_at] = ["2027-03-01T03:00:00Z", "2027-03-01T05:00:00Z"];
  const state = (at: string, more: object = {}) => presaleState({ opens_at, closes_at: "2027-04-01T00:00:00Z", status: "upcoming", presale_opens_at, ...more }, Date.parse(at));
  expect(state("2027-03-01T02:59:59Z")).toBe("later");
  expect(state(presale_opens_at)).toBe("on");
  expect(state("2027-03-01T04:59:59Z")).toBe("on");
  expect(state(opens_at)).toBe("none");
  expect(state(presale_opens_at, { presale_opens_at: null })).toBe("none");
  expect(state(presale_opens_at, { status: "cancelled" })).toBe("none");
});

it("keeps a code for its show, and sends it with the places", () => {
  setAccessCode("7", "FANS-27");
  expect(withAccessCode("7", { seat_nos: [1] })).toEqual({ seat_nos: [1], access_code: "FANS-27" });
  expect(withAccessCode("8", { seat_nos: [1] })).toEqual({ seat_nos: [1] });
});

it("forgets a wrong code, and tells a wrong one from none", () => {
  setAccessCode("7", "WRONG");
  refuseAccessCode("7");
  expect([accessCode("7"), presaleRefusal.get()]).toEqual([undefined, { showId: "7", because: "wrong" }]);
  refuseAccessCode("7");
  expect(presaleRefusal.get()).toEqual({ showId: "7", because: "missing" });
  setAccessCode("7", "FANS-27");
  expect(presaleRefusal.get()).toBeUndefined();
});

it("is asked for only where a presale is on", () => {
  expect(needsAccessCode(new ApiProblem("sale-not-open", 409, { presale: true }))).toBe(true);
  expect(needsAccessCode(new ApiProblem("sale-not-open", 409))).toBe(false);
  expect(needsAccessCode(new ApiProblem("sale-closed", 409, { presale: true }))).toBe(false);
});
