import { describe, expect, it } from "vitest";
import { paint } from "./poster_art.ts";

const colours = ["#aa0000", "#00aa00", "#0000aa"];

describe("paint", () => {
  it("paints the same poster for the same seed", () => {
    expect(paint(41, colours)).toEqual(paint(41, colours));
  });

  it("paints with the concert's colours and nothing else", () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const { background, shapes } = paint(seed, colours);
      for (const used of [background, ...shapes.flatMap(({ fill, stroke }) => [fill, stroke])]) if (used) expect(colours).toContain(used);
    }
  });

  it("writes numbers only, and does not drown the page in shapes", () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const { shapes } = paint(seed, colours);
      expect(shapes.length).toBeLessThan(400);
      for (const { d } of shapes) expect(d).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});
