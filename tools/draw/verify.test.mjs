import assert from "node:assert/strict";
import { test } from "node:test";
import { verify } from "./verify.mjs";

// The vector of docs/waiting-room.md, which the services' draw_test.cpp has as well.
const draw = {
  commitment: "72cd6e8422c407fb6d098690f1130b7ded7ec2f7f5e1d30bd9d521f015363793",
  seed: "01".repeat(32),
  root: "134bae1fabd36811b550844e17a01e51c6ce784e1ce65c0c0f3cef3a0987c709",
  entries: [0, 1, 2, 3].map((number) => `0000000${number}${"00".repeat(12)}`),
};

test("a draw that is right is found right, in the order of the published vector", () => {
  const { faults, order } = verify(draw);
  assert.deepEqual(faults, []);
  assert.deepEqual(order, [3, 1, 2, 0].map((at) => draw.entries[at]));
});

for (const [what, changed] of Object.entries({
  "an entry was taken out": { entries: draw.entries.slice(1) },
  "two entries changed their places": { entries: [draw.entries[1], draw.entries[0], ...draw.entries.slice(2)] },
  "an entry was put in": { entries: [...draw.entries, "ff".repeat(16)] },
  "an entry stands there twice": { entries: [...draw.entries, draw.entries[0]] },
  "the seed is another one": { seed: "02".repeat(32) },
  "the commitment is another one": { commitment: "00".repeat(32) },
})) {
  test(`it is noticed when ${what}`, () => assert.notDeepEqual(verify({ ...draw, ...changed }).faults, []));
}
