import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useNavigate } from "react-router";
import { isProblem, type ApiProblem } from "../../lib/problem.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { importPlan, type PlanFault, type Venue } from "./api.ts";

class NotJson extends Error {}

async function readJson(file: File): Promise<object> {
  try {
    return JSON.parse(await file.text()) as object;
  } catch {
    throw new NotJson();
  }
}

function Faults({ faults }: { faults: PlanFault[] }) {
  const { t, i18n } = useTranslation();
  return (
    <Notice tone="bad" title={t("plans.import_faults", { count: faults.length })}>
      <ul className="mt-2 grid max-h-72 gap-1 overflow-y-auto text-ink">
        {faults.map(({ pointer, code, message }) => (
          <li key={pointer + code} className="break-words">
            <code>{pointer || "/"}</code> {i18n.exists(`plans.fault.${code}`) ? t(`plans.fault.${code}`) : message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** A file in our format or pretix's becomes a plan, or is told everything that is wrong with it. */
export function ImportPlan({ organisation, venues }: { organisation: string; venues: Venue[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = useId();
  const [venue, setVenue] = useState(venues[0]?.id ?? "");
  const [file, setFile] = useState<File>();
  const send = useMutation({
    mutationFn: async (chosen: File) => importPlan(organisation, venue, await readJson(chosen)),
    onSuccess: (plan) => navigate(`/organiser/${organisation}/plans/${plan.id}`),
  });
  const faults = isProblem(send.error, "plan-has-faults") ? ((send.error as ApiProblem).body.errors as PlanFault[]) : undefined;
  return (
    <form
      className="panel grid gap-5 p-5 sm:p-7"
      onSubmit={(event) => {
        event.preventDefault();
        if (file) send.mutate(file);
      }}
    >
      <h2 className="shout text-3xl">{t("plans.import")}</h2>
      <p className="text-soft">{t("plans.import_text")}</p>
      <SelectField label={t("plans.venue")} options={venues.map(({ id: each, name, city }) => [each, `${name}, ${city}`] as const)} value={venue} onChange={({ target }) => setVenue(target.value)} />
      <div>
        <label htmlFor={id} className="mb-1.5 block text-sm font-bold">
          {t("plans.file")}
        </label>
        <div className="relative flex min-h-12 items-center gap-3 rounded-md border-[1.5px] border-rule bg-card px-3.5 focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-[var(--focus)]">
          <Icon name="copy" className="size-5 shrink-0" />
          <span className={`min-w-0 truncate ${file ? "" : "text-soft"}`}>{file?.name ?? t("plans.choose_file")}</span>
          <input id={id} type="file" accept="application/json,.json" onChange={({ target }) => setFile(target.files?.[0])} className="absolute inset-0 size-full cursor-pointer opacity-0" />
        </div>
      </div>
      {faults && <Faults faults={faults} />}
      {send.error instanceof NotJson ? <Notice tone="bad">{t("plans.not_json")}</Notice> : !faults && <ProblemNotice error={send.error} />}
      <Button type="submit" look="ink" busy={send.isPending} disabled={!file} className="justify-self-start">
        {t("plans.import")}
      </Button>
    </form>
  );
}
