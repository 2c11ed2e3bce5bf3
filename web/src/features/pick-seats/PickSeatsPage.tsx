import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from "react";
import { useParams } from "react-router";
import { showQuery } from "../../lib/catalogue.ts";
import { isProblem } from "../../lib/problem.ts";
import { useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { HallZone } from "../../lib/hall.ts";
import { hallQuery } from "../../lib/hall_query.ts";
import type { Show } from "./api.ts";
import { PickerHead } from "./PickerHead.tsx";

/** The map's code comes while the hall's geometry is on its way. */
const loadPicker = () => import("./Picker.tsx");
const Picker = lazy(async () => ({ default: (await loadPicker()).Picker }));

/** What is known of the show is said at once; the hall is on its way. */
function Loading({ show }: { show?: Show | undefined }) {
  const { t } = useTranslation();
  return (
    <div className="flex h-dvh flex-col">
      {show ? <PickerHead show={show} feed="connecting" list={false} onList={undefined} /> : <Skeleton className="m-2 h-11 w-2/3" />}
      <div className="flex flex-1 flex-col gap-3 p-3" role="status" aria-label={t("seats.loading")}>
        <Skeleton className="h-11 w-full" />
        <Skeleton className="flex-1" />
      </div>
    </div>
  );
}

const sells = (show: Show) => show.sale.status === "on_sale" || show.sale.status === "upcoming" || show.sale.status === "sold_out";

interface Props {
  /** The way in before the sale opens. */
  presale: ComponentType<{ show: Show; at: "seats" }>;
  /** What there is to wait for, with the zones that are sold out. */
  waiting: (show: Show, soldOut: readonly HallZone[]) => ReactNode;
  /** Whose turn it is, where a waiting room is before the seats. */
  room: (showId: string) => ReactNode;
}

export default function PickSeatsPage({ presale: Presale, waiting, room }: Props) {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const show = useQuery(showQuery(id));
  const hall = useQuery(hallQuery(id));
  useEffect(() => void loadPicker(), []);
  const error = show.error ?? hall.error;
  if (error)
    return (
      <div className="page py-12">
        {isProblem(error, "not-found") ? (
          <EmptyState title={t("concert.missing")} action={<ButtonLink to="/">{t("not_found.home")}</ButtonLink>} />
        ) : (
          <QueryProblem error={error} onRetry={() => [show, hall].forEach((each) => each.error && void each.refetch())} />
        )}
      </div>
    );
  if (!show.data || !hall.data) return <Loading show={show.data} />;
  if (!sells(show.data))
    return (
      <div className="page py-12">
        <EmptyState title={t(`status.${show.data.sale.status}`)} action={<ButtonLink to={`/concerts/${show.data.concert.slug}`}>{t("seats.back")}</ButtonLink>} />
      </div>
    );
  return (
    <>
      <title>{`${show.data.concert.artist} · ${t("concert.pick_seats")} · Gelora`}</title>
      <Suspense fallback={<Loading show={show.data} />}>
        <Picker key={id} hall={hall.data} show={show.data} presale={show.data.sale.presale_opens_at && <Presale show={show.data} at="seats" />} waiting={(zones) => waiting(show.data, zones)} room={show.data.waiting_room && room(id)} />
      </Suspense>
    </>
  );
}
