// What this browser knows of its bookings and the service does not tell: which payments it began, and which places were chosen
// first. A page says more with it, and says nothing wrong without it. Only ids and labels, which open nothing.
const place = "gelora.bookings";
const mostBookings = 40;

interface Memory {
  /** Newest first. */
  payments: string[];
  places: string[];
}
type All = [booking: string, Memory][];

function load(storage: Storage): All {
  try {
    return JSON.parse(storage.getItem(place) ?? "[]") as All;
  } catch {
    return [];
  }
}

export const memoryOf = (booking: string, storage: Storage = localStorage): Memory => load(storage).find(([id]) => id === booking)?.[1] ?? { payments: [], places: [] };

function remember(booking: string, memory: Memory, storage: Storage): void {
  const others = load(storage).filter(([id]) => id !== booking);
  storage.setItem(place, JSON.stringify([[booking, memory], ...others].slice(0, mostBookings)));
}

export function rememberPlaces(booking: string, places: string[], storage: Storage = localStorage): void {
  remember(booking, { ...memoryOf(booking, storage), places }, storage);
}

export function rememberPayment(booking: string, payment: string, storage: Storage = localStorage): void {
  const { payments, places } = memoryOf(booking, storage);
  remember(booking, { payments: [payment, ...payments.filter((id) => id !== payment)].slice(0, 5), places }, storage);
}
