import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { free } from "../../lib/availability.ts";
import { seatName, type Hall } from "../../lib/hall.ts";
import { hallQuery } from "../../lib/hall_query.ts";
import { useAvailability } from "../../lib/use_availability.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { bookingQuery, type BookingInWhole, type Show } from "./api.ts";
import { moveSeats } from "./house_api.ts";
import { zonesBut, type ChooseSeats } from "../../lib/seat_choice.ts";

interface Props {
  show: Show;
  booking: BookingInWhole;
  seats: ChooseSeats;
  onDone: () => void;
}

function Choice({ show, booking, seats, hall, onDone }: Props & { hall: Hall }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { availability } = useAvailability(show.id, hall.count);
  const movable = booking.tickets.filter(({ status, seat_no }) => status === "valid" && seat_no! < hall.count).map(({ seat_no }) => seat_no!);
  const [from, setFrom] = useState<number | undefined>(movable[0]);
  const [moves, setMoves] = useState<ReadonlyMap<number, number>>(new Map());
  const { states } = availability;
  const still = [...moves].filter(([, to]) => states[to] === free);
  const move = useMutation({
    mutationFn: () => moveSeats(show.id, booking.id, still.map(([one, to]) => ({ from: one, to }))),
    onSuccess: async () => {
      await Promise.all([client.invalidateQueries({ queryKey: bookingQuery(show.id, booking.id).queryKey }), client.invalidateQueries({ queryKey: ["show", show.id, "bookings"] })]);
      onDone();
    },
  });
  if (from === undefined) return <p className="text-soft">{t("house.nothing_to_move")}</p>;
  const choose = (no: number) => {
    if (states[no] !== free) return;
    const next = new Map([...moves].filter(([one, to]) => one !== from && to !== no));
    if (moves.get(from) !== no) next.set(from, no);
    setMoves(next);
    const left = movable.find((one) => !next.has(one));
    if (next.has(from) && left !== undefined) setFrom(left);
  };
  return (
    <div className="grid gap-4">
      <div role="radiogroup" aria-label={t("house.move_which")} className="flex flex-wrap gap-2">
        {movable.map((no) => {
          const to = moves.get(no);
          return (
            <button key={no} type="button" role="radio" aria-checked={from === no} onClick={() => setFrom(no)} className="min-h-11 rounded-md border-[1.5px] border-rule bg-card px-3 py-2 text-left text-sm leading-snug aria-checked:border-signal aria-checked:bg-sunk">
              <span className="block font-bold">{seatName(hall, no)}</span>
              <span className="block text-soft">{to === undefined ? t("house.stays") : `→ ${seatName(hall, to)}`}</span>
            </button>
          );
        })}
      </div>
      {seats({ hall, states, selected: new Set(moves.values()), hidden: zonesBut(hall, hall.zoneOf[from]!), onSeat: choose })}
      <p className="text-sm text-soft">{t("house.move_text")}</p>
      <ProblemNotice error={move.error} />
      <div className="flex flex-wrap gap-3">
        <Button busy={move.isPending} disabled={still.length === 0} onClick={() => move.mutate()}>
          {t("house.move_now", { count: still.length })}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t("common.cancel")}
        </Button>
      </div>
    </div>
  );
}

/** Other seats of the same zone for a buyer: which of theirs, then which free one. */
export function MoveBooking(props: Props) {
  const { t } = useTranslation();
  const { data: hall, error, refetch } = useQuery(hallQuery(props.show.id));
  return (
    <section className="mt-6 border-t border-hair pt-5">
      <h3 className="mb-3 font-bold">{t("house.move")}</h3>
      {error && !hall && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!hall && !error && <Skeleton className="h-72" />}
      {hall && <Choice {...props} hall={hall} />}
    </section>
  );
}
