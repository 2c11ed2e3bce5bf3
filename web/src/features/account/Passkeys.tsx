import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { shortDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { AddPasskey } from "./AddPasskey.tsx";
import { passkeysQuery, removePasskey, type Passkey } from "./api.ts";
import { passkeysHere } from "./ceremony.ts";
import { PasswordAgain } from "./PasswordAgain.tsx";

type Step = { at: "rest" | "add" | "added" } | { at: "remove"; id: string };

function Row({ passkey, onRemove }: { passkey: Passkey; onRemove: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, created_at, last_used_at } = passkey;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Icon name="key" className="size-6 shrink-0 text-signal" />
      <div className="min-w-0 flex-1">
        <p className="font-bold break-words">{name}</p>
        <p className="text-sm text-soft">
          {t("account.passkey_since", { date: shortDate(created_at, language) })} · {last_used_at ? t("account.passkey_used", { date: shortDate(last_used_at, language) }) : t("account.passkey_unused")}
        </p>
      </div>
      <Button look="plain" size="sm" onClick={onRemove} aria-label={t("account.passkey_remove_named", { name })}>
        {t("account.passkey_remove")}
      </Button>
    </div>
  );
}

export function Passkeys() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(passkeysQuery);
  const [step, setStep] = useState<Step>({ at: "rest" });
  if (error) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-24" />;
  const rest = () => setStep({ at: "rest" });
  const changed = async (next: Step) => {
    await queries.invalidateQueries(passkeysQuery);
    setStep(next);
  };
  return (
    <div className="flex flex-col gap-4">
      {step.at === "added" && <Notice tone="good" title={t("account.passkey_added")} />}
      {data.length === 0 && <p>{t("account.passkey_none")}</p>}
      {data.length > 0 && (
        <ul>
          {data.map((passkey) => (
            <li key={passkey.id} className="flex flex-col gap-4 border-b border-hair py-3 last:border-0">
              <Row passkey={passkey} onRemove={() => setStep({ at: "remove", id: passkey.id })} />
              {step.at === "remove" && step.id === passkey.id && (
                <PasswordAgain
                  action={t("account.passkey_remove_now")}
                  onCancel={rest}
                  onPassword={async (password) => {
                    await removePasskey(passkey.id, password);
                    await changed({ at: "rest" });
                  }}
                >
                  <p className="text-sm">{t("account.passkey_remove_text")}</p>
                </PasswordAgain>
              )}
            </li>
          ))}
        </ul>
      )}
      {step.at === "add" && <AddPasskey onCancel={rest} onAdded={() => changed({ at: "added" })} />}
      {!passkeysHere() && <p className="text-sm text-soft">{t("account.passkey_not_here")}</p>}
      {(step.at === "rest" || step.at === "added") && passkeysHere() && (
        <Button look={data.length === 0 ? "ink" : "plain"} className="self-start" onClick={() => setStep({ at: "add" })}>
          {t("account.passkey_add")}
        </Button>
      )}
    </div>
  );
}
