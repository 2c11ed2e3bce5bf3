import { queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, read, readFile, readText } from "../../lib/api.ts";
import { saveFile } from "../../lib/save_file.ts";
import type { Wallet } from "./wallets.ts";

export type Ticket = components["schemas"]["Ticket"];
export type Booking = components["schemas"]["Booking"];
export type Show = components["schemas"]["Show"];

/** Every page of a list, one after the other. */
async function all<T>(page: (cursor: string | undefined) => Promise<{ items: T[]; next_cursor: string | null }>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const answer = await page(cursor);
    items.push(...answer.items);
    cursor = answer.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

const query = (cursor: string | undefined) => ({ params: { query: { limit: 100, ...(cursor && { cursor }) } } });

export const ticketsQuery = queryOptions({
  queryKey: ["tickets"],
  queryFn: () => all((cursor) => read(booking.GET("/api/tickets", query(cursor)))),
  staleTime: 5000,
});

export const bookingsQuery = queryOptions({
  queryKey: ["bookings"],
  queryFn: () => all((cursor) => read(booking.GET("/api/bookings", query(cursor)))),
  staleTime: 5000,
});

export const rename = (ticketId: string, name: string) => read(booking.PATCH("/api/tickets/{id}", { params: { path: { id: ticketId } }, body: { name } }));

/** A mail with a link goes to that address. */
export const offer = (ticketId: string, wish: components["schemas"]["TransferRequest"]) => read(booking.POST("/api/tickets/{id}/transfers", { params: { path: { id: ticketId } }, body: wish }));

export async function takeBack(ticketId: string, transferId: string): Promise<void> {
  await read(booking.DELETE("/api/tickets/{id}/transfers/{transfer_id}", { params: { path: { id: ticketId, transfer_id: transferId } } }));
}

export async function saveCalendar(ticketId: string): Promise<void> {
  const text = await readText(`/api/tickets/${ticketId}/calendar.ics`);
  saveFile(new Blob([text], { type: "text/calendar" }), `gelora-${ticketId}.ics`);
}

export async function addToWallet(wallet: Wallet, ticketId: string): Promise<void> {
  if (wallet === "apple") saveFile(await readFile(`/api/tickets/${ticketId}/wallet/apple`), `gelora-${ticketId}.pkpass`);
  else window.location.assign((await read(booking.GET("/api/tickets/{id}/wallet/google", { params: { path: { id: ticketId } } }))).save_url);
}
