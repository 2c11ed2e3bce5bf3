// Reads and verifies what a ticket's QR says: "GT1." + base64url(payload ‖ Ed25519 signature), the payload being, big endian,
// version (1 byte), ticket id (8), show id (8), seat number (4). Written from the format's description, not from the signer.
import { createPublicKey, verify } from "node:crypto";

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
export function readTicketCode(code: string, keys: readonly TicketKey[]): TicketClaim | undefined {
  if (!code.startsWith("GT1.")) return undefined;
  const bytes = Buffer.from(code.slice(4), "base64url");
  if (bytes.length !== payloadBytes + 64 || bytes[0] !== 1) return undefined;
  const [payload, signature] = [bytes.subarray(0, payloadBytes), bytes.subarray(payloadBytes)];
  const genuine = keys.some(({ x }) => verify(null, payload, createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }), signature));
  if (!genuine) return undefined;
  return { ticket_id: payload.readBigUInt64BE(1).toString(), show_id: payload.readBigUInt64BE(9).toString(), seat_no: payload.readUInt32BE(17) };
}
