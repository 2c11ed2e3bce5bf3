import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { isProblem } from "../../lib/problem.ts";
import { useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { webhooksQuery } from "./api.ts";
import { NewWebhook } from "./NewWebhook.tsx";
import { Secret } from "./Secret.tsx";
import { WebhookCard } from "./WebhookCard.tsx";

/** Where an organisation's own programs are told what happens. */
export default function WebhooksPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const [secret, setSecret] = useState<string>();
  const { data, error, refetch } = useQuery(webhooksQuery(id));
  if (isProblem(error, "not-found"))
    return (
      <div className="page py-12">
        <EmptyState title={t("hooks.missing")} action={<ButtonLink to="/organiser">{t("hooks.mine")}</ButtonLink>}>
          {t("hooks.missing_text")}
        </EmptyState>
      </div>
    );
  return (
    <div className="page py-8 sm:py-12">
      <title>{`${t("hooks.webhooks")} · Gelora`}</title>
      <Link to={`/organiser/${id}`} className="text-sm font-bold underline decoration-2 underline-offset-4">
        {t("hooks.organisation")}
      </Link>
      <h1 className="shout mt-4 text-5xl sm:text-7xl">{t("hooks.webhooks")}</h1>
      <p className="mt-3 mb-6 max-w-2xl text-soft">{t("hooks.text")}</p>
      {error && !data && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-64" />}
      {data && (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
          {data.length === 0 ? <EmptyState title={t("hooks.none")}>{t("hooks.none_text")}</EmptyState> : <ul className="grid min-w-0 gap-6">{data.map((webhook) => <WebhookCard key={webhook.id} organisation={id} webhook={webhook} />)}</ul>}
          <section className="panel min-w-0 p-5 sm:p-7">
            <h2 className="shout mb-5 text-3xl">{t("hooks.new")}</h2>
            {secret ? <Secret secret={secret} onKept={() => setSecret(undefined)} /> : <NewWebhook organisation={id} onSecret={setSecret} />}
          </section>
        </div>
      )}
    </div>
  );
}
