import { queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, read } from "../../lib/api.ts";

export type Concert = components["schemas"]["Concert"];
export type ShowCard = components["schemas"]["ShowCard"];
export type Zone = components["schemas"]["Zone"];

export const concertQuery = (id: string) =>
  queryOptions({
    queryKey: ["concert", id],
    queryFn: ({ signal }) => read(booking.GET("/api/concerts/{id}", { params: { path: { id } }, signal })),
  });

export const showQuery = (id: string) =>
  queryOptions({
    queryKey: ["show", id],
    queryFn: ({ signal }) => read(booking.GET("/api/shows/{id}", { params: { path: { id } }, signal })),
  });
