import type { components } from "../../contract/booking.ts";

export type { Concert } from "../../lib/catalogue.ts";
export type ShowCard = components["schemas"]["ShowCard"];
export type Zone = components["schemas"]["Zone"];
