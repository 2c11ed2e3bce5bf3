import type { ReactNode } from "react";
import { formatCount } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import type { Entry, Queue } from "./api.ts";
import { aheadOf, oddsOf, progressOf } from "./place.ts";
import { Stage } from "./Stage.tsx";
import { useWait } from "./use_wait.ts";

function Progress({ number, queue }: { number: number; queue: Queue }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const percent = progressOf(number, queue.admitted_through);
  return (
    <div className="w-full">
      <p className="mb-2 flex flex-wrap justify-between gap-x-4 text-sm">
        <span className="font-bold">{t("queue.number", { number: formatCount(number, language) })}</span>
        <span className="text-soft">{t("queue.called", { called: formatCount(Math.min(queue.admitted_through, number - 1), language) })}</span>
      </p>
      <div role="progressbar" aria-label={t("queue.progress")} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className="h-3 overflow-hidden rounded-full bg-hair">
        <div className="h-full bg-signal transition-[width] duration-700" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}

function Fact({ name, children, wide = false }: { name: string; children: ReactNode; wide?: boolean }) {
  return (
    <div className={`border-t-[1.5px] border-hair pt-3 ${wide ? "sm:col-span-2" : ""}`}>
      <dt className="wide text-soft">{name}</dt>
      <dd className={wide ? "mt-1" : "numerals mt-1 text-2xl"}>{children}</dd>
    </div>
  );
}

interface Props {
  queue: Queue;
  entry: Entry & { number: number };
  soldOut: boolean;
  children?: ReactNode;
}

/** How many are ahead, how long that takes, and what is left: the whole truth, and no second more of it than is known. */
export function Line({ queue, entry, soldOut, children }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const ahead = aheadOf(entry.number, queue.admitted_through);
  const wait = useWait(ahead, queue.per_minute);
  const people = (
    <>
      <span className="numerals block text-8xl leading-none tracking-tight text-signal normal-case sm:text-[11rem]" data-testid="ahead">
        {formatCount(ahead, language)}
      </span>{" "}
      {t("queue.ahead", { count: ahead })}
    </>
  );
  return (
    <Stage title={ahead === 0 ? t("queue.next") : people}>
      {ahead === 0 && <p className="text-lg">{t("queue.next_text")}</p>}
      <Progress number={entry.number} queue={queue} />
      <dl className="grid w-full gap-4 sm:grid-cols-2">
        <Fact name={t("queue.wait")}>{wait}</Fact>
        <Fact name={t("queue.free")}>{formatCount(queue.free, language)}</Fact>
        {!soldOut && (
          <Fact name={t("queue.odds")} wide>
            {t(`queue.odds_${oddsOf(ahead, queue.free, queue.basket)}`)}
          </Fact>
        )}
      </dl>
      {children}
    </Stage>
  );
}
