import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { dateParts, shortDate } from "../../lib/time.ts";
import { mayManage, mayRunAll, maySell } from "../../lib/roles.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge, type BadgeTone } from "../../ui/Badge.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { showsQuery, type Organisation, type OrganisationShow } from "./api.ts";
import { FirstShow } from "./FirstShow.tsx";
import { takenPercent } from "./sold.ts";

const tones: Record<OrganisationShow["status"], BadgeTone> = { upcoming: "spark", on_sale: "good", sold_out: "ink", closed: "quiet", postponed: "warn", cancelled: "bad" };

interface Props {
  show: OrganisationShow;
  /** Its address, for those who may go there. */
  manage: string | undefined;
  counter: string | undefined;
}

function Row({ show, manage, counter }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { title, artist, venue, timezone, starts_at, status, capacity, free, concert_id } = show;
  const count = (places: number) => places.toLocaleString(language);
  const percent = takenPercent(capacity, free);
  return (
    <li className="panel grid gap-x-8 gap-y-4 p-5 md:grid-cols-[minmax(0,1fr)_18rem] md:items-center">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Link to={`/concerts/${concert_id}`} className="text-lg font-bold underline decoration-2 underline-offset-4">
            {title}
          </Link>
          <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>
        </div>
        <p className="mt-1 text-sm text-soft">
          {artist} · {venue}
        </p>
        <p className="text-sm text-soft">
          <time dateTime={starts_at}>
            {shortDate(starts_at, language, timezone)}, {dateParts(starts_at, language, timezone).time}
          </time>
        </p>
      </div>
      <div>
        <p className="mb-2 flex items-baseline justify-between gap-3 text-sm">
          <span>{t("staff.taken", { taken: count(capacity - free), capacity: count(capacity) })}</span>
          <span className="numerals text-xl">{percent}%</span>
        </p>
        <div className="h-2.5 overflow-hidden rounded-full bg-hair" aria-hidden="true">
          <div className="h-full bg-signal" style={{ width: `${percent}%` }} />
        </div>
        <div className="mt-4 flex flex-wrap gap-3 empty:hidden">
          {manage && (
            <ButtonLink to={manage} look="plain" size="sm" className="min-h-11" aria-label={t("staff.manage_named", { title })}>
              {t("staff.manage")}
              <Icon name="next" className="size-4" />
            </ButtonLink>
          )}
          {counter && (
            <ButtonLink to={counter} look={manage ? "plain" : "main"} size="sm" className="min-h-11" aria-label={t("staff.counter_named", { title })}>
              {t("staff.counter")}
              <Icon name="next" className="size-4" />
            </ButtonLink>
          )}
        </div>
      </div>
    </li>
  );
}

export function Shows({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(showsQuery(organisation.id));
  if (error && !data) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-40" />;
  if (data.length === 0 && mayRunAll(organisation)) return <FirstShow organisation={organisation.id} />;
  if (data.length === 0) return <EmptyState title={t("staff.no_shows")}>{t("staff.no_shows_text")}</EmptyState>;
  return (
    <>
      <p className="mb-4 text-sm text-soft">{t("staff.shows_text")}</p>
      <ul className="grid gap-4">
        {data.map((show) => {
          const at = `/organiser/${organisation.id}/shows/${show.id}`;
          return <Row key={show.id} show={show} manage={mayManage(organisation.role) ? at : undefined} counter={maySell(organisation.role) && show.status !== "cancelled" ? `${at}/counter` : undefined} />;
        })}
      </ul>
    </>
  );
}
