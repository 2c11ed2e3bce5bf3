// What this browser knows of its bookings and booking-service does not tell: which payments it began. A page says more with it, and
// says nothing wrong without it. Only ids, which open nothing.
const place = "gelora.bookings";
const mostBookings = 40;

interface Memory {
  /** Newest first. */
  payments: string[];
}
type All = [booking: string, Memory][];

function load(storage: Storage): All {
  try {
    return JSON.parse(storage.getItem(place) ?? "[]") as All;
  } catch {
    return [];
  }
}

export const paymentsOf = (booking: string, storage: Storage = localStorage): string[] => load(storage).find(([id]) => id === booking)?.[1].payments ?? [];

export function rememberPayment(booking: string, payment: string, storage: Storage = localStorage): void {
  const payments = [payment, ...paymentsOf(booking, storage).filter((id) => id !== payment)].slice(0, 5);
  const others = load(storage).filter(([id]) => id !== booking);
  storage.setItem(place, JSON.stringify([[booking, { payments }], ...others].slice(0, mostBookings)));
}
