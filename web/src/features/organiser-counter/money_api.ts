import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { payment, persist, read } from "../../lib/api.ts";
import { isProblem } from "../../lib/problem.ts";
import type { components } from "../../contract/payment.ts";

export type Payout = components["schemas"]["CounterPayoutList"]["items"][number];

/** While nobody has paid for a show, payment-service knows nothing of it. */
async function orNone<T>(answer: Promise<T>, none: T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isProblem(error, "not-found")) return none;
    throw error;
  }
}

/** Since then, or from the beginning. */
export const takingsQuery = (show_id: string, from: string | undefined) =>
  queryOptions({
    queryKey: ["show", show_id, "counter", "takings", from ?? ""],
    queryFn: async () => (await orNone(read(payment.GET("/api/counter-takings", { params: { query: { show_id, ...(from && { from }) } } })), { items: [] })).items,
    staleTime: 0,
  });
export const payoutsQuery = (show_id: string, q: string) =>
  infiniteQueryOptions({
    queryKey: ["show", show_id, "counter", "payouts", q],
    queryFn: ({ pageParam, signal }) => orNone(read(payment.GET("/api/counter-payouts", { params: { query: { show_id, limit: 50, ...(q && { q }), ...(pageParam && { cursor: pageParam }) } }, signal })), { items: [], next_cursor: null }),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor,
    staleTime: 0,
  });
/** Asked again, nothing more happens. */
export const payOut = (refund: string) => persist(() => read(payment.POST("/api/refunds/{id}/payout", { params: { path: { id: refund } } })));
