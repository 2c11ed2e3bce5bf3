// RFC 6238 as an authenticator app does it, written independently of the service.
import { createHmac } from "node:crypto";

export const stepNow = () => Math.floor(Date.now() / 30_000);

/** The six digits of one step of 30 s. `secret` is base 32. */
export function codeAt(secret: string, step: number): string {
  const bits = [...secret].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", key).update(counter).digest();
  return String((mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
