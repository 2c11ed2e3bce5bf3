import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, type ComponentType, type ReactNode } from "react";
import { useParams } from "react-router";
import { concertQuery } from "../../lib/catalogue.ts";
import { isProblem } from "../../lib/problem.ts";
import { useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { type Concert, type ShowCard } from "./api.ts";
import { ConcertHead } from "./ConcertHead.tsx";
import { ShowStub } from "./ShowStub.tsx";
import { structuredData } from "./structured_data.ts";

function Loading() {
  return (
    <div className="page grid gap-6 py-8 md:grid-cols-[20rem_1fr]">
      <Skeleton className="aspect-[3/4]" />
      <div className="flex flex-col gap-4">
        <Skeleton className="h-24 w-3/4" />
        <Skeleton className="h-6 w-1/2" />
        <Skeleton className="h-32 w-full" />
        <Skeleton className="h-32 w-full" />
      </div>
    </div>
  );
}

interface Props {
  /** The way in before a show's sale opens. */
  presale: ComponentType<{ show: ShowCard; at: "concert" }>;
  /** What there is to wait for at a show. */
  waiting: (show: ShowCard) => ReactNode;
}

function Loaded({ concert, presale: Presale, waiting }: Props & { concert: Concert }) {
  const { t } = useTranslation();
  return (
    <>
      <title>{`${concert.artist} — ${concert.title} · Gelora`}</title>
      <script type="application/ld+json">{structuredData(concert, location.origin)}</script>
      <ConcertHead concert={concert} />
      <section className="page mt-10 sm:mt-14">
        <h2 className="shout mb-5 text-4xl sm:text-5xl">{t("concert.pick_a_night")}</h2>
        <div className="grid gap-4">
          {concert.shows.map((show) => (
            <ShowStub key={show.id} show={show} presale={show.sale.presale_opens_at && <Presale show={show} at="concert" />} waiting={waiting(show)} />
          ))}
        </div>
      </section>
    </>
  );
}

export default function ConcertPage({ presale, waiting }: Props) {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const { data, error, refetch } = useQuery(concertQuery(id));
  const concert = useDeferredValue(data);
  if (isProblem(error, "not-found"))
    return (
      <div className="page py-16">
        <EmptyState title={t("concert.missing")} action={<ButtonLink to="/">{t("not_found.home")}</ButtonLink>} />
      </div>
    );
  if (error) return <div className="page"><QueryProblem error={error} onRetry={() => void refetch()} /></div>;
  if (!concert) return <Loading />;
  return <Loaded concert={concert} presale={presale} waiting={waiting} />;
}
