// The key of a telephone at a gate. Access tokens live in memory only and a person's refresh token in a cookie no script reads;
// this key is another thing: a dedicated device without a person, which has to work after a restart and without a network. It is
// good for days, for the gate of one organisation, and revoked there with one press. IndexedDB, because the scanner's worker
// reads it too and localStorage is not there for workers.
import type { components } from "../../contract/user.ts";

export type EnrolledDevice = components["schemas"]["EnrolledDevice"];

const place = "device";

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function withStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open("gelora.gate", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(place);
  const database = await answer(opening);
  try {
    const transaction = database.transaction(place, mode);
    const kept = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const result = await answer(act(transaction.objectStore(place)));
    await kept; // a write counts when it is on the disk
    return result;
  } finally {
    database.close();
  }
}

/** The browser is asked not to clear it when space gets short; it may say no. */
export async function keepDevice(device: EnrolledDevice): Promise<void> {
  await withStore("readwrite", (store) => store.put(device, place));
  await navigator.storage?.persist?.().catch(() => false);
}

export const keptDevice = (): Promise<EnrolledDevice | undefined> => withStore("readonly", (store) => store.get(place) as IDBRequest<EnrolledDevice | undefined>);

export const forgetDevice = (): Promise<undefined> => withStore("readwrite", (store) => store.delete(place));
