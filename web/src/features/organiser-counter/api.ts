import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, persist, read, readFile } from "../../lib/api.ts";
import { forgetIntent, keyFor } from "../../lib/intent.ts";
import { keep, kept } from "../../lib/keep.ts";
import { asProblem } from "../../lib/problem.ts";
import { saveFile } from "../../lib/save_file.ts";
import type { CounterHold, HoldWish, SaleWish } from "./sale.ts";

export type Show = components["schemas"]["Show"];
export type CounterSale = components["schemas"]["CounterSale"];

const of = (id: string) => ({ params: { path: { id } } });

/** Asked again now and then: somebody else of the team keeps, holds and sells as well. */
export const holdsQuery = (show: string) =>
  queryOptions({ queryKey: ["show", show, "counter", "holds"], queryFn: async () => (await read(booking.GET("/api/shows/{id}/counter-holds", of(show)))).groups, staleTime: 0, refetchInterval: 15_000 });
export const soldQuery = (show: string) =>
  infiniteQueryOptions({
    queryKey: ["show", show, "counter", "sold"],
    queryFn: ({ pageParam }) => read(booking.GET("/api/shows/{id}/counter-sales", { params: { path: { id: show }, query: { limit: 50, ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor,
    staleTime: 0,
  });

/** An answer that says for good what became of a request. Lost ones, and those of a session that ended, do not. */
const isAnswer = (error: unknown): boolean => {
  const { status, transient } = asProblem(error);
  return !transient && status >= 400 && status < 500 && status !== 401;
};

const asked = new Map<string, Promise<unknown>>();

/** Once for one wish, whatever happens to the answers: the key stays until there is one, and a second click waits for that of the first. */
function once<T>(intent: string, wish: unknown, call: (header: { "Idempotency-Key": string }) => Promise<T>): Promise<T> {
  const header = { "Idempotency-Key": keyFor(intent, wish) };
  const running = (asked.get(header["Idempotency-Key"]) as Promise<T> | undefined) ?? persist(() => call(header));
  asked.set(header["Idempotency-Key"], running);
  return running.then(
    (made) => {
      forgetIntent(intent);
      return made;
    },
    (error: unknown) => {
      if (isAnswer(error)) forgetIntent(intent);
      throw error;
    },
  ).finally(() => asked.delete(header["Idempotency-Key"]));
}

export const hold = (show: string, body: HoldWish): Promise<CounterHold> => once(`counter.hold.${show}`, body, (header) => read(booking.POST("/api/shows/{id}/counter-holds", { params: { path: { id: show }, header }, body })));
export const letGo = (show: string, hold_id: string) => persist(() => read(booking.DELETE("/api/shows/{id}/counter-holds/{hold_id}", { params: { path: { id: show, hold_id } } })));

const unanswered = (show: string, me: string) => `counter.unanswered.${show}.${me}`;
/** My sale of which it is not known whether it was made: to be asked for again, as it was, before I sell anything else. To another who logs in meanwhile it would be a sale anew. */
export const unansweredSale = (show: string, me: string): SaleWish | undefined => kept<SaleWish>(unanswered(show, me));

export async function sell(show: string, me: string, body: SaleWish): Promise<CounterSale> {
  keep(unanswered(show, me), body);
  try {
    const sale = await once(`counter.sale.${show}.${me}`, body, (header) => read(booking.POST("/api/shows/{id}/counter-sales", { params: { path: { id: show }, header }, body })));
    keep(unanswered(show, me), undefined);
    return sale;
  } catch (error) {
    if (isAnswer(error)) keep(unanswered(show, me), undefined);
    throw error;
  }
}

const readMs = 60_000; // by then the tab has the file

/** The tickets in a tab of their own, from where the browser prints them; saved where no tab opens. To be called in a click, which may open one. */
export async function printTickets(show: string, sale: Pick<CounterSale, "id" | "reference">, language: string): Promise<void> {
  const tab = window.open("", "_blank");
  try {
    const file = await readFile(`/api/shows/${show}/counter-sales/${sale.id}/tickets.pdf`, language);
    if (!tab) return saveFile(file, `gelora-${sale.reference}.pdf`);
    const address = URL.createObjectURL(file);
    tab.location.href = address;
    setTimeout(() => URL.revokeObjectURL(address), readMs);
  } catch (error) {
    tab?.close();
    throw error;
  }
}
