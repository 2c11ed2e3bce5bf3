import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { free } from "../../lib/availability.ts";
import type { Hall } from "../../lib/hall.ts";
import { formatMoney } from "../../lib/money.ts";
import { isProblem } from "../../lib/problem.ts";
import { byRows, toggled, type ChooseSeats } from "../../lib/seat_choice.ts";
import { useAvailability } from "../../lib/use_availability.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { hold, holdsQuery } from "./api.ts";
import { BestPlaces } from "./BestPlaces.tsx";
import { Refused } from "./Refused.tsx";
import { holdOf, mostPlaces, placesIn, type HoldWish, type Part } from "./sale.ts";
import { Standing } from "./Standing.tsx";

interface Props {
  showId: string;
  hall: Hall;
  seats: ChooseSeats;
  /** Beside the map: what is kept to be fetched. */
  children: ReactNode;
}

/** What one of its places costs in the end. */
const eachMinor = (hall: Hall, zone: number) => hall.zones[zone]!.price_minor + hall.zones[zone]!.fee_minor + hall.zones[zone]!.tax_minor;

/** Seats on the map, standing places, or so many together: then they are held for whoever stands there. */
export function Choose({ showId, hall, seats, children }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const { availability } = useAvailability(showId, hall.count);
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const [standing, setStanding] = useState<Part["standing"]>({});
  const chosen = new Set([...picked].filter((no) => availability.states[no] === free));
  const part: Part = { seats: chosen, standing: chosen.size > 0 ? {} : standing };
  const count = placesIn(part);
  const costs = [...chosen].reduce((sum, no) => sum + eachMinor(hall, hall.zoneOf[no]!), 0) + hall.zones.reduce((sum, zone, at) => sum + (part.standing[zone.id] ?? 0) * eachMinor(hall, at), 0);
  const make = useMutation({
    mutationFn: (wish: HoldWish) => hold(showId, wish),
    onSuccess: (made) => client.setQueryData(holdsQuery(showId).queryKey, (groups = []) => [...groups.filter(({ id }) => id !== made.id), made]),
    onError: (error) => {
      if (isProblem(error, "seats-taken")) setPicked(new Set([...chosen].filter((no) => !error.body.seat_nos?.includes(no))));
    },
  });
  const choose = (no: number) => (picked.has(no) || availability.states[no] === free) && setPicked(toggled(picked, no, mostPlaces));
  const names = byRows(hall, [...chosen]).map(({ section, row, marks }) => `${section} · ${row} ${marks}`);
  const clear = () => {
    setPicked(new Set());
    setStanding({});
  };
  return (
    <>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        {hall.count > 0 && <div className="min-w-0">{seats({ hall, states: availability.states, selected: chosen, onSeat: choose })}</div>}
        <div className="grid gap-4">
          {chosen.size === 0 && <Standing hall={hall} available={availability.zones} standing={standing} onChange={setStanding} />}
          {hall.count > 0 && count === 0 && <BestPlaces hall={hall} available={availability.zones} busy={make.isPending} onWish={(wish) => make.mutate({ best_available: wish })} />}
          <Refused key={make.submittedAt} error={make.error} what="hold" />
          <div className={count > 0 ? "hidden lg:block" : ""}>{children}</div>
        </div>
      </div>
      {count > 0 && (
        <div className="panel sticky bottom-3 z-20 mt-4 flex flex-wrap items-center gap-x-5 gap-y-3 p-3 sm:p-4" data-testid="counter-bar">
          <p className="min-w-0 flex-1 basis-40 leading-snug">
            <span className="numerals block text-2xl">{formatMoney({ amount_minor: costs, currency: hall.currency }, language)}</span>
            <span className="block truncate text-sm text-soft">{names.join(", ") || t("counter.places", { count })}</span>
          </p>
          <Button look="ghost" onClick={clear}>
            {t("counter.clear")}
          </Button>
          <Button size="lg" className="grow sm:grow-0" busy={make.isPending} onClick={() => make.mutate(holdOf(part))}>
            {t("counter.hold", { count })}
          </Button>
        </div>
      )}
    </>
  );
}
