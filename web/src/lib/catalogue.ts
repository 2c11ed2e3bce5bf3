// What everybody may read of concerts and shows. Asked for under one name each, so that a page finds what another has read.
import { queryOptions } from "@tanstack/react-query";
import type { components } from "../contract/booking.ts";
import { booking, read } from "./api.ts";

export type Concert = components["schemas"]["Concert"];
export type Show = components["schemas"]["Show"];

const at = (id: string) => ({ params: { path: { id } } });

export const concertQuery = (id: string) =>
  queryOptions({ queryKey: ["concert", id], queryFn: ({ signal }) => read(booking.GET("/api/concerts/{id}", { ...at(id), signal })) });

/** Not asked while it is not known of which. */
export const showQuery = (id: string | undefined) =>
  queryOptions({ queryKey: ["show", id], queryFn: ({ signal }) => read(booking.GET("/api/shows/{id}", { ...at(id ?? ""), signal })), enabled: id !== undefined });
