import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useNavigate } from "react-router";
import { keep } from "../../lib/keep.ts";
import { isProblem } from "../../lib/problem.ts";
import { book, bookingOfHoldQuery, holdQuery, startPayment, type Booking, type Hold } from "./api.ts";
import { attendeesOf, type Names } from "./names.ts";
import type { Way } from "./methods.ts";

interface Order {
  hold: Hold;
  /** Where the hold is one already. */
  booking: Booking | undefined;
  names: Names;
  promo: string;
  shown_total_minor: number;
  onPromoRefused: (error: unknown) => void;
}

/** Books what is held and goes to the bank. Whatever happens to the answers, it is one booking, and one payment for each way to pay. */
export function usePay({ hold, booking, names, promo, shown_total_minor, onPromoRefused }: Order) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const pay = useMutation({
    mutationFn: async (way: Way | undefined): Promise<"gone on" | "other price"> => {
      const attendees = attendeesOf(hold.seats, names);
      const booked = booking ?? (await book({ hold_id: hold.id, ...(promo && { promo_code: promo }), ...(attendees.length > 0 && { attendees }) }));
      keep(`hold.${hold.show_id}`, undefined);
      keep(`booking.${hold.id}`, booked.id);
      queries.setQueryData(bookingOfHoldQuery(hold.id).queryKey, booked);
      if (booked.status !== "awaiting_payment") {
        void navigate(`/bookings/${booked.id}`, { replace: true });
        return "gone on";
      }
      if (booked.total.amount_minor !== shown_total_minor || !way) {
        await queries.invalidateQueries(holdQuery(hold.id));
        return "other price";
      }
      const address = await startPayment(booked.id, way);
      if (address) location.assign(address);
      else void navigate(`/bookings/${booked.id}`);
      return "gone on";
    },
    onError: async (error) => {
      // what stands in the way may be that all of it has ended, or is a booking by now
      if (isProblem(error, "promo-invalid")) return onPromoRefused(error);
      await Promise.all([queries.invalidateQueries(holdQuery(hold.id)), queries.invalidateQueries(bookingOfHoldQuery(hold.id))]);
    },
  });
  useEffect(() => {
    // back from the bank, out of the browser's own cache: look anew at what became of the hold
    const back = (event: PageTransitionEvent) => event.persisted && location.reload();
    addEventListener("pageshow", back);
    return () => removeEventListener("pageshow", back);
  }, []);
  return pay;
}
