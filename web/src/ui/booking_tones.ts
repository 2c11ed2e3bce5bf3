import type { components } from "../contract/booking.ts";
import type { BadgeTone } from "./Badge.tsx";

export const bookingTones: Record<components["schemas"]["BookingStatus"], BadgeTone> = { confirmed: "good", awaiting_payment: "spark", partially_refunded: "warn", refund_pending: "warn", refunded: "quiet", substituted: "good", expired: "quiet", cancelled: "quiet" };
