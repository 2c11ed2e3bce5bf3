import { useQuery } from "@tanstack/react-query";
import { formatCount } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { Ruled } from "./api.ts";
import { capacitiesQuery, type ZoneCapacity } from "./capacity.ts";
import { CapacityForm } from "./CapacityForm.tsx";
import { ZoneBar } from "./ZoneBar.tsx";

function Zone({ show, zone }: { show: string; zone: ZoneCapacity }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { sold, held, house, free, capacity, plan_capacity } = zone;
  const blocked = plan_capacity - capacity;
  const count = (places: number) => formatCount(places, language);
  const parts = [
    ["sold", sold],
    ["held", held],
    ["house", house],
    ["free", free],
    ["blocked", blocked],
  ] as const;
  return (
    <li className="border-t-[1.5px] border-rule pt-4" data-testid={`capacity-${zone.name}`}>
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0 font-bold break-words">{zone.name}</span>
        <span className="numerals text-sm text-soft">{t("capacity.of_plan", { capacity: count(capacity), plan: count(plan_capacity) })}</span>
      </h3>
      <ZoneBar all={plan_capacity} sold={sold} held={held} house={house} blocked={blocked} colour={zone.colour} />
      <p className="numerals mt-1 text-sm text-soft">{parts.filter(([name, places]) => places > 0 || name === "sold" || name === "free").map(([name, places]) => t(`capacity.${name}`, { places: count(places) })).join(" · ")}</p>
      <CapacityForm show={show} zone={zone} />
    </li>
  );
}

/** How many may stand in each zone of the show; nothing where all zones have seats. */
export function Capacities({ show }: { show: Ruled }) {
  const { t } = useTranslation();
  const standing = show.zones.some(({ kind }) => kind === "standing");
  const { data: zones, error, refetch } = useQuery({ ...capacitiesQuery(show.id), enabled: standing });
  if (!standing) return null;
  return (
    <section className="panel mt-6 flex min-w-0 flex-col gap-5 p-5 sm:p-7" data-testid="capacities">
      <h2 className="shout text-3xl">{t("capacity.title")}</h2>
      <p className="max-w-prose text-sm text-soft">{t("capacity.text")}</p>
      {error && !zones && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!zones && !error && <Skeleton className="h-40" />}
      {zones && (
        <ul className="grid items-start gap-6 lg:grid-cols-2">
          {zones.map((zone) => (
            <Zone key={zone.zone_id} show={show.id} zone={zone} />
          ))}
        </ul>
      )}
    </section>
  );
}
