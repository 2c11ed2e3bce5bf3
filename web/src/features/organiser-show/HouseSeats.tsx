import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { hallQuery } from "../../lib/hall_query.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { Show } from "./api.ts";
import { HouseGroupPanel } from "./HouseGroupPanel.tsx";
import { houseQuery, type HouseSeats as Kept } from "./house_api.ts";
import { KeepSeats } from "./KeepSeats.tsx";
import type { ChooseSeats } from "../../lib/seat_choice.ts";

const shortPlaces = 6;

function History({ kept, show }: { kept: Kept; show: Show }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const people = new Map(kept.people.map(({ id, name }) => [id, name]));
  const names = new Map(kept.history.flatMap(({ group_id, name }) => (name ? [[group_id, name] as const] : [])));
  if (kept.history.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="shout mb-4 text-2xl">{t("sales.history")}</h2>
      <ol className="grid gap-3">
        {kept.history.map((event, i) => {
          const places = event.places.slice(0, shortPlaces).join(", ") + (event.places.length > shortPlaces ? ` ${t("sales.and_more", { count: event.places.length - shortPlaces })}` : "");
          const name = names.get(event.group_id); // none: held at the counter
          const what = event.sold_as ? "sold" : event.what;
          return (
            <li key={i} className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
              <time dateTime={event.at} className="numerals text-sm text-soft">
                {dayAndTime(event.at, language, show.venue.timezone)}
              </time>
              <span className="leading-snug break-words">
                {t(name ? `house.event_${what}` : `house.counter_${what}`, { name, places, reference: event.sold_as })}
                <span className="block text-sm text-soft">{event.by ? (people.get(event.by) ?? t("house.nobody_known")) : t("house.by_itself")}</span>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

export function HouseSeats({ show, seats }: { show: Show; seats: ChooseSeats }) {
  const { t } = useTranslation();
  const { data: kept, error, refetch } = useQuery(houseQuery(show.id));
  const { data: hall, error: hallError, refetch: refetchHall } = useQuery(hallQuery(show.id));
  const [making, setMaking] = useState(false);
  const wrong = error ?? hallError;
  if (wrong && !(kept && hall)) return <QueryProblem error={wrong} onRetry={() => void Promise.all([refetch(), refetchHall()])} />;
  if (!kept || !hall) return <Skeleton className="h-72" />;
  if (making) return <KeepSeats show={show} hall={hall} seats={seats} onDone={() => setMaking(false)} />;
  const add = (
    <Button onClick={() => setMaking(true)}>
      <Icon name="plus" />
      {t("house.new")}
    </Button>
  );
  return (
    <>
      {kept.groups.length === 0 ? (
        <EmptyState title={t("house.none")} action={add}>
          {t("house.none_text")}
        </EmptyState>
      ) : (
        <>
          <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
            <p className="max-w-prose text-soft">{t("house.text")}</p>
            {add}
          </div>
          <ul className="grid gap-4">
            {kept.groups.map((group) => (
              <HouseGroupPanel key={group.id} show={show} hall={hall} group={group} by={kept.people.find(({ id }) => id === group.by)?.name} />
            ))}
          </ul>
        </>
      )}
      <History kept={kept} show={show} />
    </>
  );
}
