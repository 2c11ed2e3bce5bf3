import { useMutation } from "@tanstack/react-query";
import { formatCount } from "../../lib/money.ts";
import { isProblem } from "../../lib/problem.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { drawOf, type Entry, type Queue } from "./api.ts";
import { checkDraw, type Checked } from "./draw.ts";
import { firstCommitment } from "./use_room.ts";

function Value({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="wide text-soft">{name}</dt>
      <dd className="font-mono text-sm break-all">{children}</dd>
    </div>
  );
}

function Verdict({ checked, mine }: { checked: Checked; mine: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { wrong, entries, number } = checked;
  const said = number !== undefined ? "true" : mine ? "true_late" : "true_all";
  return (
    <Notice tone={wrong ? "bad" : "good"} title={wrong ? t(`queue.wrong_${wrong}`) : t(`queue.${said}`, { entries: formatCount(entries, language), number: formatCount(number ?? 0, language) })} className="w-full" />
  );
}

function Check({ showId, queue, entry }: { showId: string; queue: Queue; entry: Entry | undefined }) {
  const { t } = useTranslation();
  const mine = entry?.entry && entry.number !== null ? { entry: entry.entry, number: entry.number } : undefined;
  const check = useMutation({ mutationFn: async () => checkDraw(await drawOf(showId), firstCommitment(showId, queue), mine) });
  if (!("subtle" in crypto)) return <p className="text-sm text-soft">{t("queue.cannot")}</p>;
  return (
    <>
      <Button look="plain" busy={check.isPending} onClick={() => check.mutate()}>
        {t(check.isPending ? "queue.checking" : "queue.check")}
      </Button>
      {check.data && <Verdict checked={check.data} mine={mine !== undefined} />}
      {check.error && (isProblem(check.error, "not-found") ? <Notice>{t("queue.seed_later")}</Notice> : <ProblemNotice error={check.error} className="w-full" />)}
    </>
  );
}

/** Why nobody has to believe us. */
export function HowDrawn({ showId, queue, entry }: { showId: string; queue: Queue; entry: Entry | undefined }) {
  const { t } = useTranslation();
  return (
    <details className="panel p-5 sm:px-10">
      <summary className="min-h-11 content-center text-lg font-bold">{t("queue.how")}</summary>
      <div className="mt-3 flex flex-col items-start gap-4">
        <ol className="flex max-w-prose list-decimal flex-col gap-2 pl-5">
          <li>{t("queue.how_1")}</li>
          <li>{t("queue.how_2")}</li>
          <li>{t("queue.how_3")}</li>
        </ol>
        <dl className="flex w-full flex-col gap-3">
          <Value name={t("queue.commitment")}>{queue.commitment}</Value>
          <Value name={t("queue.seed")}>{queue.seed ?? t("queue.seed_later")}</Value>
          {queue.root && <Value name={t("queue.root")}>{queue.root}</Value>}
          {entry?.entry && <Value name={t("queue.entry")}>{entry.entry}</Value>}
        </dl>
        {queue.seed && <Check showId={showId} queue={queue} entry={entry} />}
      </div>
    </details>
  );
}
