// What is forgotten by itself, by one more booking-service that looks when it starts.
import { expect, test } from "vitest";
import { eventually, freeSeats, newBuyer, showsOnSale, sql } from "../service/buyers.js";
import { startInstance } from "./instance.js";

test("names of guests are forgotten half a year after their show, and not before", async () => {
  const { id: show } = (await showsOnSale()).find(({ venue }) => /Cikini/.test(venue))!;
  const buyer = newBuyer();
  const [seat] = await freeSeats(show);
  const name = `Tamu ${Date.now()}`;
  const hold = (await buyer.post("/api/shows/{id}/holds", { params: { id: show }, body: { seat_nos: [seat!] } })).as(201);
  const booking = (await buyer.post("/api/bookings", { body: { hold_id: hold.id, attendees: [{ seat_no: seat!, name }] } })).as(201);
  const kept = () => sql("gelora_booking", `SELECT document, 0 FROM bookings WHERE id = ${booking.id}`)[0]![0]!.includes(name);
  const [was] = sql("gelora_booking", `SELECT starts_at_us, 0 FROM shows WHERE id = ${show}`)[0]!;
  const startedDaysAgo = (days: number) => sql("gelora_booking", `UPDATE shows SET starts_at_us = (UNIX_TIMESTAMP() - ${days} * 86400) * 1000000 WHERE id = ${show}`);
  const looked = async (days: number) => {
    startedDaysAgo(days);
    const one = await startInstance(`retention-${days}`);
    try {
      await eventually("it has looked", async () => (/guests' names/.test(await one.log()) ? true : undefined));
    } finally {
      await one.stop();
    }
  };
  try {
    await looked(179);
    expect(kept()).toBe(true);
    await looked(181);
    expect(kept()).toBe(false);
  } finally {
    sql("gelora_booking", `UPDATE shows SET starts_at_us = ${was}, names_forgotten = 0 WHERE id = ${show}`);
    await buyer.post("/api/bookings/{id}/cancel", { params: { id: booking.id } });
  }
});
