// Uses an access token at every service without a pause while something takes it away, and measures until when it worked.
import { runStack } from "./buyers.js";
import { addresses } from "./authorization_cast.js";

const at = addresses(runStack("status", "--json"));

/** Something that each service answers to whoever is logged in; 401 is the only answer that counts as refused. */
const doors = Object.entries(at).flatMap(([name, url]) => {
  const path = name === "user-service" ? "/api/users/me" : name === "payment-service" ? "/api/payments/1" : name.startsWith("booking-service") ? "/api/bookings" : undefined;
  return path === undefined ? [] : [{ name, address: `${url}${path}` }];
});
export const bookingServices = Object.keys(at).filter((name) => name.startsWith("booking-service"));
export const addressOf = (service: string) => at[service]!;

export interface Door {
  name: string;
  address: string;
}
export const ask = async ({ address }: Pick<Door, "address">, token: string) => (await fetch(address, { headers: { Authorization: `Bearer ${token}` } })).status;

/** Shows of an organisation, at every process of booking-service: by the token alone. */
export const showsOf = (organisation: string): Door[] => bookingServices.map((name) => ({ name: `${name}, staff`, address: `${at[name]!}/api/organisations/${organisation}/shows` }));

const once_more_ms = 150; // a token that was refused is tried for so long again

async function useUp(door: Door, token: string, first_use: () => void, deadline: () => number) {
  let refused_at = 0;
  for (;;) {
    const status = await ask(door, token);
    if (status === 401) refused_at ||= performance.now();
    else if (status >= 500) throw new Error(`${door.name}: ${status}`);
    else if (refused_at > 0) throw new Error(`${door.name}: the token worked again, ${Math.round(performance.now() - refused_at)} ms after it was refused`);
    else first_use();
    if (refused_at > 0 && performance.now() > refused_at + once_more_ms) return refused_at;
    if (performance.now() > deadline()) throw new Error(`${door.name}: the token still works 3 s after it was taken away`);
  }
}

/** From the answer to `take_away` until every service has refused the token, in ms; 0 when they were as fast as the answer. */
export async function lifeAfter(token: string, take_away: () => Promise<unknown>, more: Door[] = []): Promise<number> {
  const all = [...doors, ...more];
  for (const door of all) if ((await ask(door, token)) === 401) throw new Error(`${door.name}: the token did not work before`);
  let taken_at = Infinity;
  const uses = all.map((door) => {
    let first_use = () => {};
    const used = new Promise<void>((resolve) => (first_use = resolve));
    return { used, refused: useUp(door, token, first_use, () => taken_at + 3_000) };
  });
  const refusals = Promise.all(uses.map(({ refused }) => refused));
  try {
    await Promise.race([Promise.all(uses.map(({ used }) => used)), refusals]);
    await take_away();
  } finally {
    taken_at = performance.now();
  }
  return Math.max(0, Math.max(...(await refusals)) - taken_at);
}

export async function worksEverywhere(token: string, more: Door[] = []): Promise<boolean> {
  const statuses = await Promise.all([...doors, ...more].map((door) => ask(door, token)));
  return statuses.every((status) => status !== 401);
}
