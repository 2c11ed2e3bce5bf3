import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { previewQuery, type Message } from "./api.ts";
import { MailCard } from "./MailCard.tsx";

/** The mail of a message in one language or the other. */
export function Preview({ message }: { message: Message }) {
  const { t } = useTranslation();
  const spoken = useLanguage() === "en" ? "en" : "id";
  const [language, setLanguage] = useState<"id" | "en">(spoken);
  const { data, error, refetch } = useQuery(previewQuery(message));
  return (
    <section className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="w-full text-lg font-bold">{t("messages.preview")}</h2>
        {(["id", "en"] as const).map((each) => (
          <Button key={each} size="sm" className="min-h-11" look={language === each ? "ink" : "plain"} aria-pressed={language === each} onClick={() => setLanguage(each)}>
            {t(`messages.in_${each}`)}
          </Button>
        ))}
      </div>
      {error && !data && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-80" />}
      {data && <MailCard mail={data[language]} language={language} />}
    </section>
  );
}
