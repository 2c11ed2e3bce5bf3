import type { ReactNode } from "react";
import { formatCount } from "../../lib/money.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Countdown } from "../../ui/Countdown.tsx";
import { LogInFirst } from "../../ui/LogInFirst.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import type { Queue, Show } from "./api.ts";
import { Stage } from "./Stage.tsx";

interface Props {
  queue: Queue;
  show: Show;
}
const large = "text-6xl text-signal sm:text-8xl";

function useTimes({ queue, show }: Props) {
  const language = useLanguage();
  const at = (instant: string) => dayAndTime(instant, language, show.venue.timezone);
  return { gathers: at(queue.gathers_at), opens: at(queue.opens_at) };
}

/** The room is not open: when it will be, and that hurry is of no use. */
export function Closed({ queue, show, children }: Props & { children?: ReactNode }) {
  const { t } = useTranslation();
  const { gathers, opens } = useTimes({ queue, show });
  return (
    <Stage title={t("queue.closed")} big={<Countdown until={queue.gathers_at} className={large} />}>
      <p className="max-w-prose">{t("queue.closed_text", { time: gathers })}</p>
      <p className="max-w-prose text-soft">{t("queue.closed_drawn", { time: opens })}</p>
      {children}
    </Stage>
  );
}

function DrawIn({ queue }: { queue: Queue }) {
  const { t } = useTranslation();
  return (
    <p>
      <span className="wide block text-soft">{t("queue.draw_in")}</span>
      <Countdown until={queue.opens_at} className={large} />
    </p>
  );
}

function Come({ queue }: { queue: Queue }) {
  const { t } = useTranslation();
  return <p className="font-bold">{t("queue.come", { count: queue.arrived, people: formatCount(queue.arrived, useLanguage()) })}</p>;
}

/** Why to log in, and how to come back here. */
export function Guest({ queue, show }: Props) {
  const { t } = useTranslation();
  const { opens } = useTimes({ queue, show });
  return (
    <Stage title={t("queue.guest")} big={queue.state === "gathering" && <DrawIn queue={queue} />}>
      {queue.state === "gathering" && <p className="max-w-prose">{t("queue.closed_drawn", { time: opens })}</p>}
      <LogInFirst text={t("queue.guest_text")} />
      <Come queue={queue} />
    </Stage>
  );
}

/** In, before the draw. */
export function Gathering({ queue, show, children }: Props & { children?: ReactNode }) {
  const { t } = useTranslation();
  const { opens } = useTimes({ queue, show });
  return (
    <Stage title={t("queue.gathering")} big={<DrawIn queue={queue} />}>
      <p className="max-w-prose text-lg">{t("queue.gathering_text", { time: opens })}</p>
      <Come queue={queue} />
      {children}
    </Stage>
  );
}

/** The draw is due, or my number is on its way. */
export function Drawing({ queue }: { queue: Queue }) {
  const { t } = useTranslation();
  return (
    <Stage title={t("queue.drawing")} big={<Spinner className="size-12 text-signal" />}>
      <p className="max-w-prose text-lg">{t("queue.drawing_text")}</p>
      <Come queue={queue} />
    </Stage>
  );
}
