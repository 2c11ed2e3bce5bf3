// What a ticket's QR says now. A rotating code ends in the digits of a TOTP (RFC 6238, HMAC-SHA-256) of the ticket's own secret, made
// here, without a network; docs/ticket-format.md has the format and its vectors.
import type { Ticket } from "./api.ts";

export type Rotation = NonNullable<Ticket["rotation"]>;

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

export const stepOf = ({ period_s }: Rotation, nowMs: number): number => Math.floor(nowMs / 1000 / period_s);
export const secondsLeft = ({ period_s }: Rotation, nowMs: number): number => period_s - (Math.floor(nowMs / 1000) % period_s);

/** HOTP (RFC 4226) of this step. */
export async function digitsOf({ secret, digits }: Rotation, step: number): Promise<string> {
  const key = await crypto.subtle.importKey("raw", bytesOf(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const mac = new DataView(await crypto.subtle.sign("HMAC", key, counter.buffer));
  const number = mac.getUint32(mac.getUint8(mac.byteLength - 1) & 0xf) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}
