import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { hallQuery } from "../../lib/hall_query.ts";
import type { ChooseSeats } from "../../lib/seat_choice.ts";
import { useAvailability } from "../../lib/use_availability.ts";
import { useTranslation } from "../../lib/words.ts";
import type { Hall } from "../../lib/hall.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { Show } from "./api.ts";
import { FindSeat } from "./FindSeat.tsx";
import { holdersOf } from "./holders.ts";
import { HoldingKey, useHoldingLooks } from "./HoldingKey.tsx";
import { houseQuery, type HouseSeats } from "./house_api.ts";
import { SeatInfo } from "./SeatInfo.tsx";

interface Props {
  show: Show;
  organisation: string;
  seats: ChooseSeats;
}

function Map({ show, organisation, seats, hall, kept }: Props & { hall: Hall; kept: HouseSeats }) {
  const { t } = useTranslation();
  const { availability } = useAvailability(show.id, hall.count);
  const looks = useHoldingLooks();
  const [asked, setAsked] = useState<number>();
  const { states } = availability;
  const holders = useMemo(() => holdersOf(states, kept.groups), [states, kept.groups]);
  const kinds = useMemo(() => ({ of: holders.of, looks }), [holders, looks]);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-4">
        <HoldingKey counts={holders.counts} />
        {seats({ hall, states, kinds, selected: new Set(asked === undefined ? [] : [asked]), onSeat: setAsked })}
      </div>
      <div className="grid gap-4">
        <div aria-live="polite">{asked === undefined ? <p className="text-soft">{t("house.ask_seat")}</p> : <SeatInfo show={show} organisation={organisation} hall={hall} no={asked} holders={holders} people={kept.people} />}</div>
        <FindSeat hall={hall} holders={holders} onSeat={setAsked} />
      </div>
    </div>
  );
}

/** Who has which seat: on the map, or found by what is written on it. */
export function Seats(props: Props) {
  const { t } = useTranslation();
  const { show } = props;
  const { data: kept, error, refetch } = useQuery(houseQuery(show.id));
  const { data: hall, error: hallError, refetch: refetchHall } = useQuery(hallQuery(show.id));
  const wrong = error ?? hallError;
  if (wrong && !(kept && hall)) return <QueryProblem error={wrong} onRetry={() => void Promise.all([refetch(), refetchHall()])} />;
  if (!kept || !hall) return <Skeleton className="h-96" />;
  if (hall.count === 0) return <EmptyState title={t("house.no_seats")}>{t("house.no_seats_text")}</EmptyState>;
  return <Map {...props} hall={hall} kept={kept} />;
}
