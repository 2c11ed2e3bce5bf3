// Reads and verifies what a ticket's QR says: "GT1." + base64url(payload ‖ Ed25519 signature), the payload being, big endian,
// version (1 byte), ticket id (8), show id (8), seat number (4). A rotating code is "GT2." + the same of version 2 + "." + digits of a
// TOTP. Written from the format's description, not from the signer.
import { createHmac, createPublicKey, verify } from "node:crypto";

export interface TicketKey {
  kid: string;
  x: string;
}

export interface TicketClaim {
  ticket_id: string;
  show_id: string;
  seat_no: number;
}

const payloadBytes = 21;

/** The claim, if one of the keys signed it; else undefined. */
export const readTicketCode = (code: string, keys: readonly TicketKey[]): TicketClaim | undefined => (code.startsWith("GT1.") ? readSigned(code.slice(4), 1, keys) : undefined);

/** A rotating code of this second, or of the step before or after it; `showKey` as a gate of the show has it. */
export function readRotatingCode(code: string, keys: readonly TicketKey[], showKey: Buffer, unixSeconds: number): TicketClaim | undefined {
  const [, stays, digits] = /^GT2\.([\w-]+)\.(\d{8})$/.exec(code) ?? [];
  const claim = stays && readSigned(stays, 2, keys);
  if (!claim) return undefined;
  const secret = createHmac("sha256", showKey).update(eight(BigInt(claim.ticket_id))).digest();
  const step = Math.floor(unixSeconds / 15);
  return [step - 1, step, step + 1].some((each) => digitsOf(secret, each) === digits) ? claim : undefined;
}

function eight(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}

export function digitsOf(secret: Buffer, step: number): string {
  const mac = createHmac("sha256", secret).update(eight(BigInt(step))).digest();
  return String((mac.readUInt32BE(mac[31]! & 15) & 0x7fffffff) % 1e8).padStart(8, "0");
}

function readSigned(text: string, version: number, keys: readonly TicketKey[]): TicketClaim | undefined {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== payloadBytes + 64 || bytes[0] !== version) return undefined;
  const [payload, signature] = [bytes.subarray(0, payloadBytes), bytes.subarray(payloadBytes)];
  const genuine = keys.some(({ x }) => verify(null, payload, createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }), signature));
  if (!genuine) return undefined;
  return { ticket_id: payload.readBigUInt64BE(1).toString(), show_id: payload.readBigUInt64BE(9).toString(), seat_no: payload.readUInt32BE(17) };
}
