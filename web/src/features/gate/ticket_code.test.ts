// The vectors of docs/ticket-format.md.
import { expect, it } from "vitest";
import { digitsOf, fromBase64url, readCode, verifyByLibrary, verifyNatively, type GateKeys } from "./ticket_code.ts";

const x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
const fixed = "GT1.AQAAAAAHW80VAAAAAAAAACoAAN6oadt2r2aKCJPKTJ42CJX7thdEWIstb05CQdyLU6spciOoprHbmBK2xkQCuF9gELgzh_-5hcjgfaq2JfjDHfFtBg";
const rotating = "GT2.AgAAAAAHW80VAAAAAAAAACoAAN6ogl_sQIJbCRYvHgWwYeas2ZV02Me5rl5OXm0tu3UuL3b2QG0Dd9KJZxn5brFR0fi7ZBTiI-rTcv1wtWAaFpgpDA";
const bytes = (hex: string) => new Uint8Array(hex.match(/../g)!.map((two) => parseInt(two, 16)));
const text = (of: Uint8Array) => btoa(String.fromCharCode(...of)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const rotation_key = text(bytes("e5a508b5e8a97ac56dc4113d18662516b4bd8abc2aa5a228b21ee4accf7970b8"));
const claim = { ticket_id: "123456789", show_id: "42", seat_no: 57000 };
const gate: GateKeys = { show_id: "42", keys: [{ x }], ticket_codes: "fixed" };
const turning: GateKeys = { ...gate, ticket_codes: "rotating", rotation_key };
const at = (seconds: number) => seconds * 1000;

it("reads a fixed code, with any of the keys", async () => {
  expect(await readCode(fixed, gate, 0)).toEqual(claim);
  expect(await readCode(fixed, { ...gate, keys: [{ x: "A".repeat(43) }, { x }] }, 0)).toEqual(claim);
});

it.each([
  ["hello", "unknown-code"],
  ["GT3" + fixed.slice(3), "unknown-code"],
  [fixed.slice(0, -1), "unknown-code"],
  [`${fixed}=`, "unknown-code"],
  [fixed.slice(0, -1) + "h", "unknown-code"], // stray bits
  ["GT1." + rotating.slice(4), "unknown-code"], // of the other version
  [fixed.replace("AHW80V", "AHW80W"), "bad-signature"],
  ["GT1.", "unknown-code"],
])("refuses %s: %s", async (code, fault) => expect(await readCode(code, gate, 0)).toBe(fault));

it("has the digits of the vectors", async () => {
  const secret = bytes("f9b5334de96ce433910d196606967434383ba2efd5fd8efc351c34f89e944898");
  expect(await Promise.all([1800000000, 1800000015].map((seconds) => digitsOf(secret, seconds / 15)))).toEqual(["95331979", "51439928"]);
});

it.each([
  [-16, "code-too-old"],
  [-15, claim],
  [0, claim],
  [29, claim],
  [30, "code-too-old"],
])("takes the digits of a step %i s from now: %o", async (later, answer) => {
  expect(await readCode(`${rotating}.95331979`, turning, at(1800000000 + later))).toEqual(answer);
});

it("refuses a rotating code without its digits, or with others", async () => {
  expect(await readCode(rotating, turning, at(1800000000))).toBe("unknown-code");
  expect(await readCode(`${rotating}.`, turning, at(1800000000))).toBe("code-too-old");
  expect(await readCode(`${rotating}.00000000`, turning, at(1800000000))).toBe("code-too-old");
});

it("takes paper only where the show does", async () => {
  expect(await readCode(fixed, turning, 0)).toBe("code-too-old");
  expect(await readCode(fixed, { ...turning, ticket_codes: "rotating_or_printed" }, 0)).toEqual(claim);
  expect(await readCode(`${rotating}.00000000`, gate, 0)).toEqual(claim); // codes do not rotate any more, and the phone does not know yet
});

it("leaves the digits of another show alone", async () => {
  expect(await readCode(`${rotating}.00000000`, { ...turning, show_id: "43" }, 0)).toEqual(claim);
});

it("says the same with and without the browser's Ed25519", async () => {
  const signed = fromBase64url(fixed.slice(4))!;
  const forged = signed.slice();
  forged[3]! ^= 1;
  for (const all of [signed, forged]) {
    const [payload, signature] = [all.slice(0, 21), all.slice(21)];
    const good = all === signed;
    expect([await verifyNatively(x, signature, payload), await verifyByLibrary(x, signature, payload)]).toEqual([good, good]);
  }
});
