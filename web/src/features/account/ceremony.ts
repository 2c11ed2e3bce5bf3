// What the browser does with a passkey, and its refusals as one kind of error.
import { ceremonyEnd, creationOptions, madePasskey, passkeyAnswer, requestOptions, type CeremonyEnd, type MadePasskey, type PasskeyAnswer, type PasskeyCreation, type PasskeyRequest } from "./passkey.ts";

/** The ceremony gave no passkey; nothing was sent and nothing is broken. */
export class CeremonyEnded extends Error {
  constructor(readonly why: CeremonyEnd) {
    super(why);
  }
}

/** Only where the page came safely, and where the browser knows passkeys at all. */
export const passkeysHere = (): boolean => typeof PublicKeyCredential !== "undefined";

/** The browser offers passkeys in the list of saved addresses and passwords. */
export const offersPasskeys = async (): Promise<boolean> => passkeysHere() && ((await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false);

async function ceremony<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new CeremonyEnded(ceremonyEnd(error));
  }
}

export const makePasskey = (options: PasskeyCreation): Promise<MadePasskey> =>
  ceremony(async () => madePasskey((await navigator.credentials.create({ publicKey: creationOptions(options) })) as PublicKeyCredential));

export const askPasskey = (options: PasskeyRequest, how: Pick<CredentialRequestOptions, "mediation" | "signal"> = {}): Promise<PasskeyAnswer> =>
  ceremony(async () => passkeyAnswer((await navigator.credentials.get({ publicKey: requestOptions(options), ...how })) as PublicKeyCredential));
