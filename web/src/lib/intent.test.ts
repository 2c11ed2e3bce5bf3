// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { forgetIntent, keyFor } from "./intent.ts";

beforeEach(() => sessionStorage.clear());

describe("keyFor", () => {
  it("keeps the key while the intent is the same, as after a reload", () => {
    expect(keyFor("hold", { seats: [1, 2] })).toBe(keyFor("hold", { seats: [1, 2] }));
  });

  it("makes a new key when something else is asked for, or the old intent ended", () => {
    const first = keyFor("hold", { seats: [1] });
    expect(keyFor("hold", { seats: [2] })).not.toBe(first);
    const second = keyFor("hold", { seats: [2] });
    forgetIntent("hold");
    expect(keyFor("hold", { seats: [2] })).not.toBe(second);
  });
});
