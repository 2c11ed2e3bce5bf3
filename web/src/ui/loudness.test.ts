import { expect, it } from "vitest";
import { loudness } from "./loudness.ts";

it("sets short names loud and long words so that they fit", () => {
  expect(loudness("Laut Senja")).toBe(24);
  expect(loudness("Orkestra Padmanagara") * 0.58 * "Padmanagara".length).toBeLessThanOrEqual(88.01);
});
