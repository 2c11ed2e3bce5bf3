import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { components } from "../../contract/user.ts";
import { shortDate } from "../../lib/time.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { beginTotp, confirmTotp, removeTotp, renewRecoveryCodes, secondFactorQuery } from "./api.ts";
import { codeForm } from "./forms.ts";
import { PasswordAgain } from "./PasswordAgain.tsx";

type Secret = components["schemas"]["TotpSecret"];

function Enrol({ secret, onDone }: { secret: Secret; onDone: (codes: string[]) => void }) {
  const { t } = useTranslation();
  const { submit, field, failure, busy } = useCheckedForm(codeForm, { code: "" }, async ({ code }) => onDone(await confirmTotp(code)));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
      <ProblemNotice error={failure} />
      <p>{t("account.totp_scan")}</p>
      <img src={`data:image/svg+xml,${encodeURIComponent(secret.qr_svg)}`} alt={t("account.totp_qr")} className="size-52 self-center rounded-md bg-white p-2" />
      <p className="text-sm text-soft">
        {t("account.totp_by_hand")} <code className="font-mono break-all text-ink select-all">{secret.secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <Field label={t("account.totp_code")} inputMode="numeric" autoComplete="one-time-code" maxLength={6} {...field("code")} />
      <Button type="submit" busy={busy} className="self-start">
        {t("account.totp_switch_on")}
      </Button>
    </form>
  );
}

function Codes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="good" title={t("account.recovery_title")}>
        <p>{t("account.recovery_text")}</p>
      </Notice>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-2 font-mono text-lg select-all">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button look="ink" className="self-start" onClick={onKept}>
        {t("account.recovery_kept")}
      </Button>
    </div>
  );
}

type Step = { at: "rest" | "begin" | "remove" | "renew" } | { at: "enrol"; secret: Secret } | { at: "codes"; codes: string[] };

export function SecondFactor() {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(secondFactorQuery);
  const [step, setStep] = useState<Step>({ at: "rest" });
  if (error) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-24" />;
  const rest = () => setStep({ at: "rest" });
  const show = async (codes: string[]) => {
    setStep({ at: "codes", codes });
    await queries.invalidateQueries(secondFactorQuery);
  };
  switch (step.at) {
    case "begin":
      return <PasswordAgain action={t("account.totp_begin")} onCancel={rest} onPassword={async (password) => setStep({ at: "enrol", secret: await beginTotp(password) })} />;
    case "enrol":
      return <Enrol secret={step.secret} onDone={(codes) => void show(codes)} />;
    case "codes":
      return <Codes codes={step.codes} onKept={rest} />;
    case "renew":
      return <PasswordAgain action={t("account.recovery_renew")} onCancel={rest} onPassword={async (password) => show(await renewRecoveryCodes(password))} />;
    case "remove":
      return (
        <PasswordAgain
          action={t("account.totp_remove")}
          onCancel={rest}
          onPassword={async (password) => {
            await removeTotp(password);
            await queries.invalidateQueries(secondFactorQuery);
            rest();
          }}
        />
      );
    case "rest":
      return data.totp ? (
        <div className="flex flex-col items-start gap-4">
          <p className="flex flex-wrap items-center gap-3">
            <Badge tone="good">{t("account.totp_on")}</Badge>
            {data.since && <span className="text-sm text-soft">{shortDate(data.since, language)}</span>}
          </p>
          <p>{t("account.recovery_left", { count: data.recovery_codes_left })}</p>
          <div className="flex flex-wrap gap-3">
            <Button look="plain" onClick={() => setStep({ at: "renew" })}>
              {t("account.recovery_renew")}
            </Button>
            <Button look="plain" onClick={() => setStep({ at: "remove" })}>
              {t("account.totp_remove")}
            </Button>
          </div>
        </div>
      ) : (
        <Button look="ink" onClick={() => setStep({ at: "begin" })}>
          {t("account.totp_begin")}
        </Button>
      );
  }
}
