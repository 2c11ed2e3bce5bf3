// How server state is fetched, everywhere: what is only "not now" is asked again until it comes, and the banner says so.
import { QueryClient } from "@tanstack/react-query";
import { delayMs } from "./backoff.ts";
import { ApiProblem } from "./problem.ts";

const transient = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.transient;

/** Whether to ask once more after so many refusals. */
export const askAgain = (count: number, error: unknown): boolean => transient(error) && count < 100;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: askAgain,
      retryDelay: (count, error) => delayMs(count, transient(error) ? error.retryAfterS : undefined),
      networkMode: "always",
    },
    mutations: { retry: false, networkMode: "always" },
  },
});
