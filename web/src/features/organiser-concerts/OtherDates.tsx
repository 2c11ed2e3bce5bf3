import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useNavigate } from "react-router";
import { fieldErrors } from "../../lib/problem.ts";
import { zoneName } from "../../lib/wall_clock.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { copyShow, postpone, showsQuery, type Show } from "./api.ts";

interface Props {
  organisation: string;
  concert: string;
  show: Show;
  onChange: (show: Show) => void;
}

function DateForm({ title, text, action, zone, send, done }: { title: string; text: string; action: string; zone: string; send: (at: string) => Promise<unknown>; done?: string }) {
  const { t } = useTranslation();
  const [at, setAt] = useState("");
  const run = useMutation({ mutationFn: send });
  const wrong = Object.keys(fieldErrors(run.error)).length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate(at);
  };
  return (
    <form onSubmit={submit} className="panel flex flex-col gap-4 p-5 sm:p-7">
      <h2 className="text-lg font-bold">{title}</h2>
      <p className="text-sm text-soft">{text}</p>
      <Field type="datetime-local" required label={t("written.new_date", { zone })} value={at} onChange={(event) => setAt(event.target.value)} error={wrong ? t("written.date_wrong") : undefined} />
      {!wrong && <ProblemNotice error={run.error} />}
      {run.isSuccess && done && <Notice tone="good">{done}</Notice>}
      <Button type="submit" look="plain" busy={run.isPending} className="self-start">
        {action}
      </Button>
    </form>
  );
}

/** A copy on another date; of a published show also its move to one. */
export function OtherDates({ organisation, concert, show, onChange }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const zone = zoneName(show.venue.timezone);
  const copy = async (at: string) => {
    const [made] = await copyShow(organisation, show.id, [at]);
    await queries.invalidateQueries(showsQuery(organisation, concert));
    void navigate(`/organiser/${organisation}/concerts/${concert}/shows/${made!.id}`);
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <DateForm title={t("written.copy")} text={t("written.copy_text")} action={t("written.copy_now")} zone={zone} send={copy} />
      {show.status === "published" && show.state !== "cancelled" && <DateForm title={t("written.postpone")} text={t("written.postpone_text")} action={t("written.postpone_now")} zone={zone} send={async (at) => onChange(await postpone(organisation, show.id, at))} done={t("written.postponed")} />}
    </div>
  );
}
