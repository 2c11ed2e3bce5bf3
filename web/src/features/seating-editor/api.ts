import { queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, read } from "../../lib/api.ts";
import type { PlanDocument } from "./document.ts";

type Schemas = components["schemas"];
export type Plan = Schemas["OrganisationPlan"];
export type PlanWithHistory = Schemas["OrganisationPlanWithHistory"];
export type PlanFault = Schemas["PlanFault"];
/** One that a plan can be of: with its id. */
export type Venue = Schemas["VenueList"]["items"][number] & { id: string };
export type VenueWish = Schemas["VenueRequest"];
export type Format = "gelora" | "pretix";

const of = (id: string) => ({ params: { path: { id } } });
const plan = (id: string, plan_id: string) => ({ path: { id, plan_id } });
const version = (number: number) => ({ "If-Match": `"${number}"` });

export const plansQuery = (id: string) => queryOptions({ queryKey: ["plans", id], queryFn: async () => (await read(booking.GET("/api/organisations/{id}/plans", of(id)))).items, staleTime: 0 });
export const venuesQuery = (id: string) => queryOptions({ queryKey: ["venues", id], queryFn: async () => (await read(booking.GET("/api/organisations/{id}/venues", of(id)))).items as Venue[], staleTime: 60_000 });

export const readDocument = (id: string, planId: string, format: Format = "gelora") => read(booking.GET("/api/organisations/{id}/plans/{plan_id}/document", { params: { ...plan(id, planId), query: { format } } })) as Promise<unknown>;
/** The plan and its document as they are now. */
export async function readPlan(id: string, planId: string): Promise<{ plan: PlanWithHistory; document: PlanDocument }> {
  const now = await read(booking.GET("/api/organisations/{id}/plans/{plan_id}", { params: plan(id, planId) }));
  return { plan: now, document: (await readDocument(id, planId)) as PlanDocument };
}

export const createVenue = (id: string, body: VenueWish) => read(booking.POST("/api/organisations/{id}/venues", { ...of(id), body })) as Promise<{ id: string }>;
export const changeVenue = (id: string, venue_id: string, body: VenueWish) => read(booking.PUT("/api/organisations/{id}/venues/{venue_id}", { params: { path: { id, venue_id } }, body }));
export const createPlan = (id: string, name: string, venue_id: string) => read(booking.POST("/api/organisations/{id}/plans", { ...of(id), body: { name, venue_id } }));
export const importPlan = (id: string, venue_id: string, document: object) => read(booking.POST("/api/organisations/{id}/plan-imports", { params: { path: { id }, query: { venue_id } }, body: document as never }));
export const copyPlan = (id: string, planId: string, name: string) => read(booking.POST("/api/organisations/{id}/plans/{plan_id}/copies", { params: plan(id, planId), body: { name } }));
export const removePlan = (id: string, planId: string) => read(booking.DELETE("/api/organisations/{id}/plans/{plan_id}", { params: plan(id, planId) }));
export const saveDocument = (id: string, planId: string, base: number, document: PlanDocument) => read(booking.PUT("/api/organisations/{id}/plans/{plan_id}/document", { params: { ...plan(id, planId), header: version(base) }, body: document as never }));
export const publishPlan = (id: string, planId: string, base: number) => read(booking.POST("/api/organisations/{id}/plans/{plan_id}/versions", { params: { ...plan(id, planId), header: version(base) } }));
