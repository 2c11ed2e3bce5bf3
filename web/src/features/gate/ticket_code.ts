// Reads and verifies what a ticket's QR says, without a network: docs/ticket-format.md has the format and the vectors that this and the
// signer (services/booking/domain/ticket_code.cpp) are both held to.
import type { components } from "../../contract/booking.ts";

type ScanResult = components["schemas"]["ScanResult"];
export type TicketCodes = components["schemas"]["TicketCodes"];
export type CodeFault = Extract<ScanResult["reason"], "unknown-code" | "bad-signature" | "code-too-old">;

export interface TicketClaim {
  ticket_id: string;
  show_id: string;
  seat_no: number;
}

/** What a gate of one show has to verify by. `rotation_key`: only where codes rotate. */
export interface GateKeys {
  show_id: string;
  keys: readonly { x: string }[];
  ticket_codes: TicketCodes;
  rotation_key?: string | undefined;
}

type Bytes = Uint8Array<ArrayBuffer>;
const payloadBytes = 21, signatureBytes = 64, stepMs = 15_000, digits = 8;

/** Strict: one text for the same bytes, or nothing. */
export function fromBase64url(text: string): Bytes | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const spelled = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return spelled === text ? bytes : undefined;
}

export type Verify = (key: string, signature: Bytes, message: Bytes) => Promise<boolean>;

export const verifyNatively: Verify = async (x, signature, message) => {
  const key = await crypto.subtle.importKey("jwk", { kty: "OKP", crv: "Ed25519", x }, "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, signature, message);
};

/** For browsers whose WebCrypto has no Ed25519 (Chrome before 137). */
export const verifyByLibrary: Verify = async (x, signature, message) => {
  const { verifyAsync } = await import("@noble/ed25519");
  return verifyAsync(signature, message, fromBase64url(x)!, { zip215: false });
};

let verify = verifyNatively;
async function isSigned(x: string, signature: Bytes, message: Bytes): Promise<boolean> {
  try {
    return await verify(x, signature, message);
  } catch (fault) {
    if (verify === verifyByLibrary || !(fault instanceof DOMException) || fault.name !== "NotSupportedError") throw fault;
    verify = verifyByLibrary;
    return verify(x, signature, message);
  }
}

async function readSigned(text: string, version: number, keys: GateKeys["keys"]): Promise<TicketClaim | CodeFault> {
  const bytes = fromBase64url(text);
  if (bytes?.length !== payloadBytes + signatureBytes || bytes[0] !== version) return "unknown-code";
  const [payload, signature] = [bytes.slice(0, payloadBytes), bytes.slice(payloadBytes)];
  for (const { x } of keys) {
    if (!(await isSigned(x, signature, payload))) continue;
    const view = new DataView(payload.buffer);
    return { ticket_id: String(view.getBigUint64(1)), show_id: String(view.getBigUint64(9)), seat_no: view.getUint32(17) };
  }
  return "bad-signature";
}

async function hmac(secret: Bytes, value: bigint): Promise<Bytes> {
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const eight = new DataView(new ArrayBuffer(8));
  eight.setBigUint64(0, value);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, eight.buffer));
}

/** HOTP (RFC 4226) of this step. */
export async function digitsOf(secret: Bytes, step: number): Promise<string> {
  const mac = await hmac(secret, BigInt(step));
  const number = new DataView(mac.buffer).getUint32(mac[mac.length - 1]! & 0xf) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

async function areOfNow(told: string, ticket: string, rotationKey: string, nowMs: number): Promise<boolean> {
  const secret = await hmac(fromBase64url(rotationKey)!, BigInt(ticket));
  const step = Math.floor(nowMs / stepMs);
  const good = await Promise.all([step - 1, step, step + 1].map(async (beside) => (await digitsOf(secret, beside)) === told));
  return good.includes(true);
}

/** The claim of a genuine code. One of another show is that show's to judge: its digits are not looked at. */
export async function readCode(code: string, gate: GateKeys, nowMs: number): Promise<TicketClaim | CodeFault> {
  if (code.startsWith("GT1.")) {
    const found = await readSigned(code.slice(4), 1, gate.keys);
    return gate.ticket_codes === "rotating" && typeof found !== "string" ? "code-too-old" : found;
  }
  const dot = code.lastIndexOf(".");
  if (!code.startsWith("GT2.") || dot < 4) return "unknown-code";
  const found = await readSigned(code.slice(4, dot), 2, gate.keys);
  // where codes stay, a copy opens as well as the phone: there is no key here, and the digits would prove nothing
  if (typeof found === "string" || found.show_id !== gate.show_id || !gate.rotation_key) return found;
  return (await areOfNow(code.slice(dot + 1), found.ticket_id, gate.rotation_key, nowMs)) ? found : "code-too-old";
}
