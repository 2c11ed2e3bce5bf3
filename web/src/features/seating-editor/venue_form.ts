// What is asked of a venue, where it is made and where it is changed. The service counts bytes.
import { z } from "zod/mini";
import type { Venue, VenueWish } from "./api.ts";

export const timeZones = [["Asia/Jakarta", "WIB"], ["Asia/Pontianak", "WIB (Pontianak)"], ["Asia/Makassar", "WITA"], ["Asia/Jayapura", "WIT"]] as const;

const fits = (bytes: number) => (value: string) => new TextEncoder().encode(value).length <= bytes;
export const words = (most: number) => z.string().check(z.trim(), z.minLength(1, "plans.needed"), z.refine(fits(most), "plans.too_long"));

export const venueText = { name: words(200), city: words(100), address: words(300), timezone: z.string() };
export const venueForm = z.object(venueText);
export type VenueFields = z.infer<typeof venueForm>;

export const venueFields = ({ name, city, address = "", timezone }: Venue): VenueFields => ({ name, city, address, timezone });
export const venueWish = ({ name, city, address, timezone }: VenueFields): VenueWish => ({ name: name.trim(), city: city.trim(), address: address.trim(), timezone: timezone as VenueWish["timezone"] });
