import { queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, read } from "../../lib/api.ts";
import type { Filters } from "./filters.ts";

export type ConcertCard = components["schemas"]["ConcertCard"];

export const concertsQuery = (filters: Filters) =>
  queryOptions({
    queryKey: ["concerts", filters],
    queryFn: ({ signal }) => read(booking.GET("/api/concerts", { params: { query: { ...filters, limit: 100 } }, signal })),
    staleTime: 20_000,
  });

/** When the sale of a concert opens, for a list that does not say. */
export const opensAtQuery = (slug: string) =>
  queryOptions({
    queryKey: ["concert", slug],
    queryFn: ({ signal }) => read(booking.GET("/api/concerts/{id}", { params: { path: { id: slug } }, signal })),
  });
