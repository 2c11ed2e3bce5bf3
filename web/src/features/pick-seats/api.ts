import { queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, persist, read } from "../../lib/api.ts";
import { forgetIntent, keyFor } from "../../lib/intent.ts";
import type { holdRequest } from "./selection.ts";

export type Show = components["schemas"]["Show"];
export type Hold = components["schemas"]["Hold"];

const path = (id: string) => ({ path: { id } });

export const holdQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ["hold", id],
    queryFn: ({ signal }) => read(booking.GET("/api/holds/{id}", { params: path(id!), signal })),
    enabled: id !== undefined,
    staleTime: 0,
  });

/** One intent, one key: a retry after a lost answer gets the same hold and not a second one. */
export async function createHold(showId: string, body: ReturnType<typeof holdRequest> & { access_code?: string }): Promise<Hold> {
  const intent = `hold.${showId}`;
  const header = { "Idempotency-Key": keyFor(intent, body) };
  const hold = await persist(() => read(booking.POST("/api/shows/{id}/holds", { params: { ...path(showId), header }, body })));
  forgetIntent(intent);
  return hold;
}

export const releaseHold = (id: string) => persist(() => booking.DELETE("/api/holds/{id}", { params: path(id) }));
