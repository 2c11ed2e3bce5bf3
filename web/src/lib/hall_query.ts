import { queryOptions } from "@tanstack/react-query";
import { booking, read } from "./api.ts";
import { showQuery } from "./catalogue.ts";
import { buildHall } from "./hall.ts";

/** Show and geometry, made into a hall once. The geometry never changes; the browser keeps it. */
export const hallQuery = (id: string) =>
  queryOptions({
    queryKey: ["hall", id],
    queryFn: async ({ signal, client }) => {
      const [seating, show] = await Promise.all([read(booking.GET("/api/shows/{id}/seating/rows", { params: { path: { id } }, signal })), client.ensureQueryData(showQuery(id))]);
      return buildHall(seating, show);
    },
    staleTime: Infinity,
    structuralSharing: false,
  });
