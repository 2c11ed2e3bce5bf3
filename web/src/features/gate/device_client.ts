// The gate's side of booking-service: as the device, not as whoever is logged in in this browser.
import createClient from "openapi-fetch";
import type { paths as BookingPaths } from "../../contract/booking.ts";
import type { paths as UserPaths } from "../../contract/user.ts";
import { patientFetch } from "../../lib/patient_fetch.ts";
import { toProblem } from "../../lib/problem.ts";

/** The organiser has ended this device, or its time is over: its key opens nothing any more. */
export class Revoked extends Error {}

const marginMs = 60_000;

export function deviceClient(key: string) {
  const users = createClient<UserPaths>({ baseUrl: location.origin, fetch: (request) => patientFetch(request) });
  let token: { value: string; until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function askForToken(): Promise<string> {
    const { data, error, response } = await users.POST("/api/access-tokens", { body: { key } });
    if (response.status === 401) throw new Revoked();
    if (!data) throw toProblem(response, error);
    token = { value: data.access_token, until: Date.now() + data.expires_in * 1000 - marginMs };
    return token.value;
  }

  function freshToken(): Promise<string> {
    asking ??= askForToken().finally(() => (asking = undefined));
    return asking;
  }

  async function send(request: Request): Promise<Response> {
    const again = request.clone();
    request.headers.set("Authorization", `Bearer ${token && token.until > Date.now() ? token.value : await freshToken()}`);
    const response = await patientFetch(request);
    if (response.status !== 401) return response;
    again.headers.set("Authorization", `Bearer ${await freshToken()}`);
    return patientFetch(again);
  }

  return createClient<BookingPaths>({ baseUrl: location.origin, fetch: send });
}

export type DeviceClient = ReturnType<typeof deviceClient>;
