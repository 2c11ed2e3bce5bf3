// What a gate keeps in this browser: IndexedDB, because it holds a stadium's tickets and outlives a restart.

/** "device": the key; "show": the list's head and the post; "tickets" by id; "queue" and "conflicts" by scan id. */
export const places = ["device", "show", "tickets", "queue", "conflicts"] as const;
export type Place = (typeof places)[number];

export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export async function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open("gelora.gate", 2);
  opening.onupgradeneeded = () => {
    for (const place of places) if (!opening.result.objectStoreNames.contains(place)) opening.result.createObjectStore(place);
  };
  const database = await answer(opening);
  database.onversionchange = () => database.close();
  return database;
}

/** All that `act` writes is on the disk, or none of it. */
export async function write(database: IDBDatabase, into: readonly Place[], act: (store: (place: Place) => IDBObjectStore) => void): Promise<void> {
  const transaction = database.transaction(into, "readwrite");
  const kept = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  act((place) => transaction.objectStore(place));
  await kept;
}

export const readAll = <T>(database: IDBDatabase, place: Place): Promise<T[]> => answer(database.transaction(place).objectStore(place).getAll() as IDBRequest<T[]>);
export const readOne = <T>(database: IDBDatabase, place: Place, key: string): Promise<T | undefined> => answer(database.transaction(place).objectStore(place).get(key) as IDBRequest<T | undefined>);
