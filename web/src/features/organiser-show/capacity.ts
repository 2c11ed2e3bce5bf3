import { queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, persist, read } from "../../lib/api.ts";
import { isProblem, type ApiProblem } from "../../lib/problem.ts";

export type ZoneCapacity = components["schemas"]["ZoneCapacity"];

const liveMs = 5000;

/** Of the standing zones, asked again while they are looked at. */
export const capacitiesQuery = (show: string) =>
  queryOptions({ queryKey: ["show", show, "capacities"], queryFn: async () => (await read(booking.GET("/api/shows/{id}/capacities", { params: { path: { id: show } } }))).items, staleTime: 0, refetchInterval: liveMs });
export const setCapacity = (show: string, zone_id: string, capacity: number, was: number) =>
  persist(() => read(booking.PUT("/api/shows/{id}/zones/{zone_id}/capacity", { params: { path: { id: show, zone_id } }, body: { capacity, was } })));

export const lowest = ({ sold, held, house }: Pick<ZoneCapacity, "sold" | "held" | "house">): number => sold + held + house;

/** What was typed, if a zone of so many places may have it. */
export function typedCapacity(text: string, most: number): number | undefined {
  const typed = text.trim();
  return /^\d{1,8}$/.test(typed) && Number(typed) <= most ? Number(typed) : undefined;
}

/** The zone as a refusal tells that it is: more are taken, or somebody else was there before. */
export function toldBy(error: unknown, zone: ZoneCapacity): { below: boolean; now: ZoneCapacity } | undefined {
  if (isProblem(error, "changed-meanwhile") && error.body.current) return { below: false, now: error.body.current as ZoneCapacity };
  if (!isProblem(error, "capacity-below-sold")) return undefined;
  const { capacity = zone.capacity, sold = 0, held = 0, house = 0 } = (error as ApiProblem).body;
  return { below: true, now: { ...zone, capacity, sold, held, house, free: Math.max(0, capacity - sold - held - house) } };
}
