import { describe, expect, it } from "vitest";
import { loginPath, safeNext } from "./next_path.ts";

describe("safeNext", () => {
  it("comes back to the page that asked", () => {
    const next = new URL(loginPath("/shows/7/seats?zone=2"), "http://x").searchParams.get("next");
    expect(safeNext(next)).toBe("/shows/7/seats?zone=2");
  });

  it.each([null, "https://evil.test", "//evil.test", "/\\evil.test", "javascript:alert(1)"])("does not leave for %s", (next) => {
    expect(safeNext(next)).toBe("/tickets");
  });
});
