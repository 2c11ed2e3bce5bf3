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
