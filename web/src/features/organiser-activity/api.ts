import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { components as BookingParts } from "../../contract/booking.ts";
import type { components as UserParts } from "../../contract/user.ts";
import { booking, read, users } from "../../lib/api.ts";

export type Change = BookingParts["schemas"]["Change"];
export type ChangedValue = BookingParts["schemas"]["ChangedValue"];
export type Topic = BookingParts["schemas"]["ChangeTopic"];
export type TeamChange = UserParts["schemas"]["TeamChange"];
export type ToldRights = UserParts["schemas"]["ToldRights"];

export interface Filters {
  topic?: Topic | undefined;
  by?: string | undefined;
  show?: string | undefined;
}

const limit = 30;
const fresh = { initialPageParam: "", getNextPageParam: ({ next_cursor }: { next_cursor: string | null }) => next_cursor, staleTime: 0 };

export const changesQuery = (id: string, { topic, by, show }: Filters) =>
  infiniteQueryOptions({
    queryKey: ["organisation", id, "changes", topic, by, show],
    queryFn: ({ pageParam }) =>
      read(booking.GET("/api/organisations/{id}/changes", { params: { path: { id }, query: { limit, ...(topic && { topic }), ...(by && { by }), ...(show && { show_id: show }), ...(pageParam && { cursor: pageParam }) } } })),
    ...fresh,
  });
export const teamQuery = (id: string, by: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ["organisation", id, "team-changes", by],
    queryFn: ({ pageParam }) => read(users.GET("/api/organisations/{id}/team-changes", { params: { path: { id }, query: { limit, ...(by && { by }), ...(pageParam && { cursor: pageParam }) } } })),
    ...fresh,
  });

const of = (id: string) => ({ params: { path: { id } } });
export const membersQuery = (id: string) => queryOptions({ queryKey: ["organisation", id, "members"], queryFn: async () => (await read(users.GET("/api/organisations/{id}/members", of(id)))).items });
export const showsQuery = (id: string) => queryOptions({ queryKey: ["organisation", id, "shows"], queryFn: async () => (await read(booking.GET("/api/organisations/{id}/shows", of(id)))).items });
export const keysQuery = (id: string) => queryOptions({ queryKey: ["organisation", id, "keys"], queryFn: async () => (await read(users.GET("/api/organisations/{id}/api-keys", of(id)))).items });
