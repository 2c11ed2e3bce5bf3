import { queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, read } from "../../lib/api.ts";

export type Offer = components["schemas"]["TransferOffer"];

export const offerQuery = (token: string) =>
  queryOptions({
    queryKey: ["transfer", token],
    queryFn: ({ signal }) => read(booking.POST("/api/transfers/look", { body: { token }, signal })),
    staleTime: 0,
    gcTime: 0,
  });

export const accept = (token: string) => read(booking.POST("/api/transfers/accept", { body: { token } }));

