import { useQuery, useQueryClient } from "@tanstack/react-query";
import { showQuery } from "../../lib/catalogue.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { callOff, cancellationQuery, type Cancellation, type Show } from "./api.ts";
import { callOffForm } from "./forms.ts";

function Bar({ label, done, total }: { label: string; done: number; total: number }) {
  const language = useLanguage();
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  return (
    <div>
      <p className="mb-2 flex items-baseline justify-between gap-3 text-sm">
        <span>{label}</span>
        <span className="numerals text-xl whitespace-nowrap">
          {done.toLocaleString(language)} / {total.toLocaleString(language)}
        </span>
      </p>
      <div role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className="h-2.5 overflow-hidden rounded-full bg-hair">
        <div className="h-full bg-signal transition-[width] duration-500" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}

function Progress({ job, show }: { job: Cancellation; show: Show }) {
  const { t } = useTranslation();
  const language = useLanguage();
  useQuery({ ...showQuery(show.id), refetchInterval: show.sale.status === "cancelled" ? false : 2000 }); // its badge, above
  const refunds = job.refunds_pending + job.refunds_done;
  const over = job.status === "done" && job.refunds_pending === 0;
  return (
    <section className="panel flex max-w-2xl flex-col gap-5 p-5 sm:p-7" data-testid={`call-off-${over ? "over" : "running"}`}>
      <div role="status">
        <h2 className="shout text-3xl">{t(over ? "sales.called_off" : "sales.calling_off")}</h2>
        <p className="mt-2 text-sm text-soft">{t("sales.called_off_text", { reason: job.reason, time: dayAndTime(job.finished_at ?? job.started_at, language, show.venue.timezone) })}</p>
      </div>
      <Bar label={t("sales.bookings_done")} done={job.bookings_done} total={job.bookings_total} />
      <Bar label={t("sales.refunds_done")} done={job.refunds_done} total={refunds} />
    </section>
  );
}

function Ask({ show }: { show: Show }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const name = show.concert.title;
  const { submit, field, failure, busy } = useCheckedForm(callOffForm(name), { name: "", reason: "" }, async ({ reason }) => {
    queries.setQueryData(cancellationQuery(show.id).queryKey, await callOff(show.id, reason));
    void queries.invalidateQueries(showQuery(show.id));
  });
  return (
    <section className="panel max-w-2xl p-5 sm:p-7">
      <h2 className="shout text-3xl">{t("sales.call_off")}</h2>
      <ul className="mt-4 mb-6 flex list-disc flex-col gap-1.5 pl-5">
        <li>{t("sales.call_off_1")}</li>
        <li>{t("sales.call_off_2")}</li>
        <li>{t("sales.call_off_3")}</li>
        <li className="font-bold">{t("sales.call_off_4")}</li>
      </ul>
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
        <Field label={t("sales.why")} autoComplete="off" maxLength={300} hint={t("sales.why_hint")} {...field("reason")} />
        <Field label={t("sales.confirm_name", { name })} autoComplete="off" spellCheck={false} {...field("name")} />
        <ProblemNotice error={failure} />
        <Button type="submit" busy={busy} className="self-start">
          {t("sales.call_off_now")}
        </Button>
      </form>
    </section>
  );
}

export function CallOff({ show }: { show: Show }) {
  const { data, error, refetch } = useQuery(cancellationQuery(show.id));
  if (error && data === undefined) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-64" />;
  return data ? <Progress job={data} show={show} /> : <Ask show={show} />;
}
