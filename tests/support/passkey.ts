// A passkey as a browser and its authenticator make one (WebAuthn level 2), with an ES256 key and no attestation.
import { createHash, generateKeyPairSync, randomBytes } from "node:crypto";

const userPresent = 0x01, userVerified = 0x04, hasCredential = 0x40;

/** What POST /api/passkeys takes, for the challenge of POST /api/passkeys/options. `origin` is the page's. */
export function newPasskey(origin: string, rp_id: string, challenge: string, name: string) {
  const { x, y } = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" });
  const credential = randomBytes(32);
  // COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
  const bytes32 = Buffer.from([0x58, 0x20]);
  const key = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), bytes32, Buffer.from(x!, "base64url"), Buffer.from([0x22]), bytes32, Buffer.from(y!, "base64url"),
  ]);
  const data = Buffer.concat([
    createHash("sha256").update(rp_id).digest(), Buffer.from([userPresent | userVerified | hasCredential]), Buffer.alloc(4), Buffer.alloc(16), Buffer.from([0, credential.length]), credential, key,
  ]);
  const client = JSON.stringify({ type: "webauthn.create", challenge, origin, crossOrigin: false });
  return { name, client_data_json: Buffer.from(client).toString("base64url"), authenticator_data: data.toString("base64url") };
}
