import { expect, it } from "vitest";
import { whyOf } from "./conflicts.ts";
import type { ScanConflict } from "./conflicts_api.ts";

const scan = { scan_id: "1", gate: "Utara", scanned_at: "2026-11-22T11:40:00Z", received_at: "2026-11-22T11:52:10Z", by: "3", by_machine: false } as const;
const why = (more: Partial<ScanConflict> & Pick<ScanConflict, "result">) => whyOf({ ...scan, ...more });

it("tells where and when they had come in", () => {
  expect(why({ result: "already_admitted", first_gate: "Selatan", first_admitted_at: "2026-11-22T11:39:00Z" })).toEqual({ words: "before_at", gate: "Selatan", since: "2026-11-22T11:39:00Z" });
  expect(why({ result: "already_admitted" })).toEqual({ words: "before" });
});
it("does not call before what was later, at a gate that could not know", () => {
  expect(why({ result: "already_admitted", first_gate: "Selatan", first_admitted_at: "2026-11-22T11:45:00Z" }).words).toBe("later_at");
  expect(whyOf({ ...scan, scanned_at: "2026-11-22T11:40:00.940Z", result: "already_admitted", first_gate: "Selatan", first_admitted_at: "2026-11-22T11:40:00Z" }).words).toBe("before_at");
});
it("tells since when a ticket was void, or that it was", () => {
  expect(why({ result: "refused", reason: "void", void_since: "2026-11-21T02:00:00Z" })).toEqual({ words: "void_since", since: "2026-11-21T02:00:00Z" });
  expect(why({ result: "refused", reason: "void" })).toEqual({ words: "void" });
});
it("has words for other refusals, and some for those that are new to us", () => {
  expect(why({ result: "refused", reason: "wrong-zone" }).words).toBe("wrong-zone");
  expect(why({ result: "refused", reason: "moon" }).words).toBe("other");
  expect(why({ result: "left" }).words).toBe("other");
});
