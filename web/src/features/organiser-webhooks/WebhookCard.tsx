import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge, type BadgeTone } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { deleteWebhook, deliveriesQuery, replaceSecret, switchWebhook, testWebhook, webhooksQuery, type Webhook } from "./api.ts";
import { Log } from "./Log.tsx";
import { Secret } from "./Secret.tsx";

const tones: Record<Webhook["status"], BadgeTone> = { on: "good", off: "quiet", given_up: "bad" };

/** One webhook: whether it is called, what can be done with it, and its log. */
export function WebhookCard({ organisation, webhook }: { organisation: string; webhook: Webhook }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const [secret, setSecret] = useState<string>();
  const { id, url, events, status, failing_since } = webhook;
  const fresh = () => queries.invalidateQueries(webhooksQuery(organisation));
  const turn = useMutation({ mutationFn: () => switchWebhook(organisation, id, status === "on" ? "off" : "on"), onSuccess: fresh });
  const test = useMutation({ mutationFn: () => testWebhook(organisation, id), onSuccess: () => queries.invalidateQueries(deliveriesQuery(organisation, id)) });
  const remove = async () => {
    await deleteWebhook(organisation, id);
    await fresh();
  };
  return (
    <li className="panel flex min-w-0 flex-col gap-5 p-5 sm:p-7" data-testid="webhook">
      <div>
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="min-w-0 font-mono text-lg font-bold break-all">{url}</h2>
          <Badge tone={tones[status]}>{t(`hooks.is_${status}`)}</Badge>
        </div>
        <p className="mt-1 text-sm break-words text-soft">{events.join(", ")}</p>
      </div>
      {status === "given_up" ? <Notice tone="bad" title={t("hooks.given_up_text")} /> : failing_since && <Notice tone="warn" title={t("hooks.failing", { time: dayAndTime(failing_since, language) })} />}
      {secret && <Secret secret={secret} onKept={() => setSecret(undefined)} />}
      <ProblemNotice error={turn.error ?? test.error} />
      <div className="flex flex-wrap gap-3">
        <Button look="ink" size="sm" className="min-h-11" busy={test.isPending} disabled={status !== "on"} onClick={() => test.mutate()}>
          {t("hooks.test")}
        </Button>
        <Button look="plain" size="sm" className="min-h-11" busy={turn.isPending} onClick={() => turn.mutate()}>
          {t(status === "on" ? "hooks.switch_off" : "hooks.switch_on")}
        </Button>
        <ConfirmButton size="sm" className="min-h-11" question={t("hooks.replace_question")} text={t("hooks.replace_text")} action={t("hooks.replace")} onConfirm={async () => setSecret((await replaceSecret(organisation, id)).secret)}>
          {t("hooks.replace")}
        </ConfirmButton>
        <ConfirmButton size="sm" className="min-h-11" question={t("hooks.delete_question")} text={t("hooks.delete_text")} action={t("hooks.delete")} onConfirm={remove}>
          {t("hooks.delete")}
        </ConfirmButton>
      </div>
      <div>
        <h3 className="mb-2 font-bold">{t("hooks.log")}</h3>
        <Log organisation={organisation} webhook={id} />
      </div>
    </li>
  );
}
