import { infiniteQueryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, read } from "../../lib/api.ts";

export type ScanConflict = components["schemas"]["ScanConflict"];

/** Newest first; asked again while telephones at the gates may send what they did without a network. */
export const conflictsQuery = (show: string) =>
  infiniteQueryOptions({
    queryKey: ["show", show, "conflicts"],
    queryFn: ({ pageParam }) => read(booking.GET("/api/shows/{id}/check-ins/conflicts", { params: { path: { id: show }, query: { limit: 50, ...(pageParam && { before: pageParam }) } } })),
    initialPageParam: "",
    getNextPageParam: ({ next_cursor }) => next_cursor,
    staleTime: 0,
    refetchInterval: 15_000,
  });
