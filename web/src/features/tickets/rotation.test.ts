import { expect, it } from "vitest";
import { digitsOf, secondsLeft, stepOf } from "./rotation.ts";

// the vectors of docs/ticket-format.md
const hex = "f9b5334de96ce433910d196606967434383ba2efd5fd8efc351c34f89e944898";
const base64url = btoa(String.fromCharCode(...hex.match(/../g)!.map((byte) => parseInt(byte, 16)))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const rotation = { secret: base64url, period_s: 15, digits: 8 } as const;

it("makes the digits that the format says", async () => {
  expect(await digitsOf(rotation, stepOf(rotation, 1_800_000_000_000))).toBe("95331979");
  expect(await digitsOf(rotation, stepOf(rotation, 1_800_000_014_999))).toBe("95331979");
  expect(await digitsOf(rotation, stepOf(rotation, 1_800_000_015_000))).toBe("51439928");
});

it("counts down to the next code", () => {
  expect([0, 1, 14, 15].map((second) => secondsLeft(rotation, 1_800_000_000_000 + second * 1000))).toEqual([15, 14, 1, 15]);
});
