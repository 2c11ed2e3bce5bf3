import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, read } from "../../lib/api.ts";

type Schemas = components["schemas"];
export type Webhook = Schemas["Webhook"];
export type WebhookEvent = Schemas["WebhookEvent"];
export type Delivery = Schemas["WebhookDelivery"];

export const webhookEvents: readonly WebhookEvent[] = ["booking.confirmed", "booking.refunded", "booking.cancelled", "ticket.transferred", "ticket.admitted", "show.published", "show.cancelled"];

const of = (id: string) => ({ params: { path: { id } } });
const one = (id: string, webhook_id: string) => ({ params: { path: { id, webhook_id } } });

export const webhooksQuery = (id: string) =>
  queryOptions({ queryKey: ["webhooks", id], queryFn: async () => (await read(booking.GET("/api/organisations/{id}/webhooks", of(id)))).items, staleTime: 0 });
/** Asked again while something is on its way. */
export const deliveriesQuery = (id: string, webhook: string) =>
  infiniteQueryOptions({
    queryKey: ["webhooks", id, webhook, "deliveries"],
    queryFn: ({ pageParam }) => read(booking.GET("/api/organisations/{id}/webhooks/{webhook_id}/deliveries", { params: { ...one(id, webhook).params, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: "",
    getNextPageParam: ({ next_cursor }) => next_cursor,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data?.pages.some(({ items }) => items.some(({ status }) => status === "waiting")) ? 2000 : false),
  });

export const createWebhook = (id: string, body: Schemas["NewWebhook"]) => read(booking.POST("/api/organisations/{id}/webhooks", { ...of(id), body }));
export const switchWebhook = (id: string, webhook: string, status: "on" | "off") => read(booking.PATCH("/api/organisations/{id}/webhooks/{webhook_id}", { ...one(id, webhook), body: { status } }));
export const deleteWebhook = (id: string, webhook: string) => read(booking.DELETE("/api/organisations/{id}/webhooks/{webhook_id}", one(id, webhook)));
export const replaceSecret = (id: string, webhook: string) => read(booking.POST("/api/organisations/{id}/webhooks/{webhook_id}/secrets", one(id, webhook)));
export const testWebhook = (id: string, webhook: string) => read(booking.POST("/api/organisations/{id}/webhooks/{webhook_id}/tests", one(id, webhook)));
export const replay = (id: string, webhook_id: string, delivery_id: string) =>
  read(booking.POST("/api/organisations/{id}/webhooks/{webhook_id}/deliveries/{delivery_id}/replays", { params: { path: { id, webhook_id, delivery_id } } }));
