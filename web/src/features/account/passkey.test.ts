import { describe, expect, it } from "vitest";
import { ceremonyEnd, creationOptions, fromBase64url, madePasskey, passkeyAnswer, requestOptions, toBase64url } from "./passkey.ts";

const bytes = (...values: number[]) => Uint8Array.from(values).buffer;

describe("base64url", () => {
  // RFC 4648, section 10, without the padding
  it.each([["", ""], ["f", "Zg"], ["fo", "Zm8"], ["foo", "Zm9v"], ["foob", "Zm9vYg"], ["fooba", "Zm9vYmE"], ["foobar", "Zm9vYmFy"]])("of %j is %j", (plain, text) => {
    expect(toBase64url(new TextEncoder().encode(plain).buffer)).toBe(text);
    expect(new TextDecoder().decode(fromBase64url(text))).toBe(plain);
  });

  it("uses the letters that an address may have", () => {
    expect(toBase64url(bytes(0xfb, 0xff, 0xfe))).toBe("-__-");
    expect(fromBase64url("-__-")).toEqual(bytes(0xfb, 0xff, 0xfe));
  });

  it("brings every byte back", () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => i).buffer;
    expect(fromBase64url(toBase64url(all))).toEqual(all);
  });
});

it("asks for a passkey that is found without a name, unlocked by its owner, and says nothing of its maker", () => {
  const options = creationOptions({ challenge: "AQI", rp: { id: "gelora.test", name: "Gelora" }, user: { id: "BwA", name: "ayu@example.com", display_name: "Ayu" }, algorithms: [-7, -257], exclude: ["CQ"], timeout_ms: 60_000 });
  expect(options).toEqual({
    challenge: bytes(1, 2),
    rp: { id: "gelora.test", name: "Gelora" },
    user: { id: bytes(7, 0), name: "ayu@example.com", displayName: "Ayu" },
    pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
    excludeCredentials: [{ type: "public-key", id: bytes(9) }],
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    attestation: "none",
    timeout: 60_000,
  });
});

it("asks for an answer of the passkeys that are named, or of any", () => {
  const options = requestOptions({ challenge: "AQI", rp_id: "gelora.test", allow: ["CQ"], timeout_ms: 60_000 });
  expect(options).toEqual({ challenge: bytes(1, 2), rpId: "gelora.test", allowCredentials: [{ type: "public-key", id: bytes(9) }], userVerification: "required", timeout: 60_000 });
  expect(requestOptions({ challenge: "AQI", rp_id: "gelora.test", allow: [], timeout_ms: 1 }).allowCredentials).toEqual([]);
});

it("sends what the browser made, and what it answered", () => {
  const made = { response: { clientDataJSON: bytes(1), getAuthenticatorData: () => bytes(2) } } as unknown as PublicKeyCredential;
  expect(madePasskey(made)).toEqual({ client_data_json: "AQ", authenticator_data: "Ag" });
  const answer = { rawId: bytes(9), response: { clientDataJSON: bytes(1), authenticatorData: bytes(2), signature: bytes(3) } } as unknown as PublicKeyCredential;
  expect(passkeyAnswer(answer)).toEqual({ credential_id: "CQ", client_data_json: "AQ", authenticator_data: "Ag", signature: "Aw" });
});

it.each([["NotAllowedError", "cancelled"], ["AbortError", "cancelled"], ["InvalidStateError", "known"], ["SecurityError", "impossible"], ["NotSupportedError", "impossible"]])("%s: %s", (name, end) => {
  expect(ceremonyEnd(new DOMException("", name))).toBe(end);
});
it("a browser without a part of it: impossible", () => {
  expect(ceremonyEnd(new TypeError("getAuthenticatorData is not a function"))).toBe("impossible");
});
