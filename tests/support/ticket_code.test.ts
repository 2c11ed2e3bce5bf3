import { generateKeyPairSync, sign } from "node:crypto";
import { expect, it } from "vitest";
import { readTicketCode } from "./ticket_code.js";

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
