// WebAuthn's buffers as the base64url text of the API, and back. No browser is asked here: ceremony.ts does.
import type { components } from "../../contract/user.ts";

type Schemas = components["schemas"];
export type PasskeyCreation = Schemas["PasskeyCreation"];
export type PasskeyRequest = Schemas["PasskeyRequest"];
export type PasskeyAnswer = Schemas["PasskeyAnswer"];
export type MadePasskey = Omit<Schemas["NewPasskey"], "name">;

export function toBase64url(bytes: ArrayBuffer): string {
  const text = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export function fromBase64url(text: string): ArrayBuffer {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (c) => c.charCodeAt(0)).buffer;
}

const credentials = (ids: string[]): PublicKeyCredentialDescriptor[] => ids.map((id) => ({ type: "public-key", id: fromBase64url(id) }));

/** A passkey that is found without a name, and that asks for finger, face or PIN each time. */
export function creationOptions({ challenge, rp, user, algorithms, exclude, timeout_ms }: PasskeyCreation): PublicKeyCredentialCreationOptions {
  return {
    challenge: fromBase64url(challenge),
    rp,
    user: { id: fromBase64url(user.id), name: user.name, displayName: user.display_name },
    pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: credentials(exclude),
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    attestation: "none",
    timeout: timeout_ms,
  };
}

export function requestOptions({ challenge, rp_id, allow, timeout_ms }: PasskeyRequest): PublicKeyCredentialRequestOptions {
  return { challenge: fromBase64url(challenge), rpId: rp_id, allowCredentials: credentials(allow), userVerification: "required", timeout: timeout_ms };
}

export function madePasskey({ response }: PublicKeyCredential): MadePasskey {
  const made = response as AuthenticatorAttestationResponse;
  return { client_data_json: toBase64url(made.clientDataJSON), authenticator_data: toBase64url(made.getAuthenticatorData()) };
}

export function passkeyAnswer({ rawId, response }: PublicKeyCredential): PasskeyAnswer {
  const { clientDataJSON, authenticatorData, signature } = response as AuthenticatorAssertionResponse;
  return {
    credential_id: toBase64url(rawId),
    client_data_json: toBase64url(clientDataJSON),
    authenticator_data: toBase64url(authenticatorData),
    signature: toBase64url(signature),
  };
}

export type CeremonyEnd = "cancelled" | "known" | "impossible";

/** Why the browser gave no passkey. It tells "cancelled" and "none here" not apart, on purpose, and neither does this. */
export function ceremonyEnd(error: unknown): CeremonyEnd {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "InvalidStateError") return "known";
  return name === "NotAllowedError" || name === "AbortError" ? "cancelled" : "impossible";
}
