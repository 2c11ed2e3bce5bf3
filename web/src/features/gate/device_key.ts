// The key of a telephone at a gate. Access tokens live in memory only and a person's refresh token in a cookie no script reads;
// this key is another thing: a dedicated device without a person, which has to work after a restart and without a network. It is
// good for days, for the gate of one organisation, and revoked there with one press.
import type { components } from "../../contract/user.ts";
import { openDatabase, places, readOne, write } from "./database.ts";
import { keepPost } from "./post.ts";

export type EnrolledDevice = components["schemas"]["EnrolledDevice"];

const place = "device";

async function withDatabase<T>(act: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase();
  return act(database).finally(() => database.close());
}

/** The browser is asked not to clear it when space gets short; it may say no. */
export async function keepDevice(device: EnrolledDevice): Promise<void> {
  await withDatabase((database) => write(database, [place], (store) => store(place).put(device, place)));
  await navigator.storage?.persist?.().catch(() => false);
}

export const keptDevice = (): Promise<EnrolledDevice | undefined> => withDatabase((database) => readOne<EnrolledDevice>(database, place, place));

/** With it goes what its gate was told of people, and what was not told yet. */
export async function forgetDevice(): Promise<void> {
  keepPost(undefined);
  await withDatabase((database) => write(database, places, (store) => places.forEach((each) => store(each).clear())));
}
