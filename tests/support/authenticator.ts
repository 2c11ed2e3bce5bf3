// An authenticator in software, and the browser in front of it: WebAuthn Level 2 written independently of the service.
// CBOR is written by hand, for the few shapes that are needed (RFC 8949; COSE keys: RFC 9053).
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

export type Algorithm = "ES256" | "EdDSA" | "RS256";
interface Creation {
  challenge: string;
  rp: { id: string };
}
interface Request {
  challenge: string;
  rp_id: string;
}
/** What a test may bend, to see it refused. */
export interface Bend {
  origin?: string;
  type?: string;
  crossOrigin?: boolean;
  challenge?: string;
  rp?: string;
  flags?: number;
  count?: number;
  data?: (authenticatorData: Buffer) => Buffer;
  signature?: (signature: Buffer) => Buffer;
}

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const b64 = (data: Buffer | string) => Buffer.from(data).toString("base64url");

const head = (major: number, value: number) =>
  value < 24 ? Buffer.from([(major << 5) | value]) : value < 256 ? Buffer.from([(major << 5) | 24, value]) : Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
const integer = (value: number) => (value >= 0 ? head(0, value) : head(1, -1 - value));
const bytes = (data: Buffer) => Buffer.concat([head(2, data.length), data]);
const map = (entries: [number, Buffer][]) => Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, value]) => [integer(key), value])]);

function coseKey(algorithm: Algorithm, key: KeyObject): Buffer {
  const jwk = key.export({ format: "jwk" });
  const part = (name: "x" | "y" | "n" | "e") => bytes(Buffer.from(jwk[name] as string, "base64url"));
  if (algorithm === "ES256") return map([[1, integer(2)], [3, integer(-7)], [-1, integer(1)], [-2, part("x")], [-3, part("y")]]);
  if (algorithm === "EdDSA") return map([[1, integer(1)], [3, integer(-8)], [-1, integer(6)], [-2, part("x")]]);
  return map([[1, integer(3)], [3, integer(-257)], [-1, part("n")], [-2, part("e")]]);
}

function newKey(algorithm: Algorithm) {
  if (algorithm === "ES256") return generateKeyPairSync("ec", { namedCurve: "P-256" });
  if (algorithm === "EdDSA") return generateKeyPairSync("ed25519");
  return generateKeyPairSync("rsa", { modulusLength: 2048 });
}

export class Authenticator {
  readonly credentialId = randomBytes(32);
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject };
  #count = 0;

  /** `counts`: raises its counter at each use, as security keys do; passkeys of phones stay at 0. */
  constructor(
    readonly origin: string,
    readonly algorithm: Algorithm = "ES256",
    readonly counts = false,
  ) {
    this.#keys = newKey(algorithm);
  }

  /** navigator.credentials.create() */
  create(options: Creation, bend: Bend = {}) {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credentialId.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.credentialId, coseKey(this.algorithm, this.#keys.publicKey)]);
    const data = Buffer.concat([this.#head(bend.rp ?? options.rp.id, bend.flags ?? 0x45, bend), attested]);
    return {
      client_data_json: b64(this.#clientData("webauthn.create", options.challenge, bend)),
      authenticator_data: b64(bend.data?.(data) ?? data),
    };
  }

  /** navigator.credentials.get() */
  get(options: Request, bend: Bend = {}) {
    const clientData = this.#clientData("webauthn.get", options.challenge, bend);
    const data = this.#head(bend.rp ?? options.rp_id, bend.flags ?? 0x05, bend);
    const signature = sign(this.algorithm === "EdDSA" ? null : "sha256", Buffer.concat([data, sha256(clientData)]), this.#keys.privateKey);
    return {
      credential_id: b64(this.credentialId),
      client_data_json: b64(clientData),
      authenticator_data: b64(bend.data?.(data) ?? data),
      signature: b64(bend.signature?.(signature) ?? signature),
    };
  }

  #head(rp: string, flags: number, bend: Bend): Buffer {
    const count = Buffer.alloc(4);
    if (this.counts) this.#count += 1;
    count.writeUInt32BE(bend.count ?? this.#count);
    return Buffer.concat([sha256(rp), Buffer.from([flags]), count]);
  }

  #clientData(type: string, challenge: string, bend: Bend): Buffer {
    return Buffer.from(JSON.stringify({ type: bend.type ?? type, challenge: bend.challenge ?? challenge, origin: bend.origin ?? this.origin, crossOrigin: bend.crossOrigin ?? false }));
  }
}
