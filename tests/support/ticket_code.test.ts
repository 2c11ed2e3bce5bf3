import { generateKeyPairSync, sign } from "node:crypto";
import { expect, it } from "vitest";
import { digitsOf, readRotatingCode, readTicketCode } from "./ticket_code.js";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const keys = [{ kid: "1", x: (publicKey.export({ format: "jwk" }) as { x: string }).x }];

const payload = Buffer.alloc(21);
payload[0] = 1;
payload.writeBigUInt64BE(7301444403200000601n, 1);
payload.writeBigUInt64BE(7301444403200000201n, 9);
payload.writeUInt32BE(12, 17);
const code = `GT1.${Buffer.concat([payload, sign(null, payload, privateKey)]).toString("base64url")}`;

it("reads a genuine code", () => {
  expect(readTicketCode(code, keys)).toEqual({ ticket_id: "7301444403200000601", show_id: "7301444403200000201", seat_no: 12 });
});

it("refuses a code with any character changed", () => {
  for (let i = 0; i < code.length - 1; i += 1) {
    const forged = code.slice(0, i) + (code[i] === "A" ? "B" : "A") + code.slice(i + 1);
    expect(readTicketCode(forged, keys), `changed at ${i}`).toBeUndefined();
  }
});

it("reads a rotating code while it is fresh: the vectors of docs/ticket-format.md", () => {
  const known = [{ kid: "11qYAYKx", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" }];
  const stays = "GT2.AgAAAAAHW80VAAAAAAAAACoAAN6ogl_sQIJbCRYvHgWwYeas2ZV02Me5rl5OXm0tu3UuL3b2QG0Dd9KJZxn5brFR0fi7ZBTiI-rTcv1wtWAaFpgpDA";
  const showKey = Buffer.from("e5a508b5e8a97ac56dc4113d18662516b4bd8abc2aa5a228b21ee4accf7970b8", "hex");
  const secret = Buffer.from("f9b5334de96ce433910d196606967434383ba2efd5fd8efc351c34f89e944898", "hex");
  const at = 1_800_000_000;
  expect([digitsOf(secret, at / 15), digitsOf(secret, at / 15 + 1)]).toEqual(["95331979", "51439928"]);
  const read = (text: string, seconds: number) => readRotatingCode(text, known, showKey, seconds)?.ticket_id;
  expect([at - 15, at, at + 29].map((seconds) => read(`${stays}.95331979`, seconds))).toEqual(["123456789", "123456789", "123456789"]);
  expect([at - 16, at + 30].map((seconds) => read(`${stays}.95331979`, seconds))).toEqual([undefined, undefined]);
  expect([stays, `${stays}.`, `${stays}.9533197`, `${stays}.00000000`].map((text) => read(text, at))).toEqual([undefined, undefined, undefined, undefined]);
});
