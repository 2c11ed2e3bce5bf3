import type { ReactNode } from "react";
import { useTranslation } from "../../lib/words.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { LogInFirst } from "../../ui/LogInFirst.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useSession } from "../../lib/use_session.ts";
import type { Queue, Show } from "./api.ts";
import { Closed, Drawing, Gathering, Guest } from "./Before.tsx";
import { Line } from "./Line.tsx";
import { Stage } from "./Stage.tsx";
import { Turn } from "./Turn.tsx";
import type { Room } from "./use_room.ts";

interface Props {
  room: Room;
  show: Show;
  queue: Queue;
  waitlist: (show: Show) => ReactNode;
}

function Leave({ room }: { room: Room }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton question={t("queue.leave_question")} text={t("queue.leave_text")} action={t("queue.leave")} onConfirm={room.leave}>
      {t("queue.leave")}
    </ConfirmButton>
  );
}

/** Into the line by hand: at its end. */
function Enter({ room, first = false }: { room: Room; first?: boolean }) {
  const { t } = useTranslation();
  const { entering } = room;
  return (
    <>
      <ProblemNotice error={entering.error} className="w-full" />
      <Button size="lg" busy={entering.isPending} onClick={() => entering.mutate()}>
        {t(first ? "queue.enter" : "queue.enter_again")}
      </Button>
    </>
  );
}

function Kept() {
  const { t } = useTranslation();
  return (
    <Notice tone="good" title={t("queue.kept")} className="w-full">
      <p>{t("queue.kept_text")}</p>
    </Notice>
  );
}

function SoldOut({ show, waitlist }: Pick<Props, "show" | "waitlist">) {
  const { t } = useTranslation();
  return (
    <section className="flex w-full flex-col gap-3 rounded-md bg-sunk p-4">
      <h2 className="text-lg font-bold">{t("queue.sold_out")}</h2>
      <p>{t("queue.sold_out_text")}</p>
      <div className="sm:max-w-80">{waitlist({ ...show, sale: { ...show.sale, status: "sold_out" } })}</div>
    </section>
  );
}

/** The one state that somebody is in. */
export function StateOf({ room, show, queue, waitlist }: Props) {
  const { t } = useTranslation();
  const { phase, entry, own, bought } = room;
  const guest = useSession().status === "anonymous";
  const failed = [own, bought].find(({ error, data }) => error && !data);
  switch (phase) {
    case "loading":
      return failed ? <QueryProblem error={failed.error} onRetry={() => void failed.refetch()} /> : <Skeleton className="h-72" />;
    case "closed":
      return <Closed queue={queue} show={show}>{guest && <LogInFirst text={t("queue.guest_text")} />}</Closed>;
    case "guest":
      return <Guest queue={queue} show={show} />;
    case "entering":
      return <Stage title={t(room.entering.error ? "queue.room" : "queue.entering")}>{room.entering.error && <Enter room={room} first />}</Stage>;
    case "gathering":
      return <Gathering queue={queue} show={show}><Kept /><Leave room={room} /></Gathering>;
    case "drawing":
      return <Drawing queue={queue} />;
    case "waiting":
    case "sold_out":
      return (
        <Line queue={queue} entry={{ ...entry!, number: entry!.number! }} soldOut={phase === "sold_out"}>
          {phase === "sold_out" && <SoldOut show={show} waitlist={waitlist} />}
          <Kept />
          <Leave room={room} />
        </Line>
      );
    case "turn":
      return <Turn showId={show.id} until={entry!.turn_ends_at!} />;
    case "ended":
      return <Stage title={t("queue.ended")}><p className="max-w-prose">{t("queue.ended_text")}</p><Enter room={room} /></Stage>;
    case "left":
      return <Stage title={t("queue.left")}><p className="max-w-prose">{t("queue.left_text")}</p><Enter room={room} /></Stage>;
    case "bought":
      return (
        <Stage title={t("queue.bought")}>
          <p className="max-w-prose">{t("queue.bought_text")}</p>
          <ButtonLink to="/tickets" size="lg">{t("queue.tickets")}</ButtonLink>
          <Enter room={room} />
        </Stage>
      );
    case "over":
    case "off":
      return (
        <Stage title={phase === "over" ? t("queue.over") : t(`status.${show.sale.status}`)}>
          <p className="max-w-prose">{t(phase === "over" ? "queue.over_text" : "queue.off_text")}</p>
          <ButtonLink look="plain" to={`/concerts/${show.concert.slug}`}>{t("queue.back")}</ButtonLink>
        </Stage>
      );
  }
}
