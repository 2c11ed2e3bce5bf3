import { useState } from "react";
import { formatCount } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import type { Phase } from "./phase.ts";
import { isNews } from "./place.ts";
import { useWait } from "./use_wait.ts";

interface Props {
  phase: Phase;
  ahead: number | undefined;
  perMinute: number | null;
}

const titles = { closed: "closed", guest: "guest", bought: "bought", left: "left", entering: "entering", gathering: "gathering", drawing: "drawing", turn: "turn", ended: "ended", over: "over" } as const;

/** What a screen reader says by itself: another state, or a place that is much nearer; not every number that changes. */
export function Spoken({ phase, ahead, perMinute }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [said, setSaid] = useState({ phase, ahead, perMinute });
  if (phase !== said.phase || (ahead !== undefined && isNews(said.ahead, ahead))) setSaid({ phase, ahead, perMinute });
  const wait = useWait(said.ahead ?? 0, said.perMinute);
  const place = said.ahead === 0 ? t("queue.next") : t("queue.said_ahead", { people: formatCount(said.ahead ?? 0, language), wait });
  const title = said.phase in titles ? t(`queue.${titles[said.phase as keyof typeof titles]}`) : "";
  return (
    <p role="status" className="sr-only" data-testid="spoken">
      {said.phase === "sold_out" ? `${t("queue.sold_out")}. ` : ""}
      {said.ahead !== undefined ? place : title}
    </p>
  );
}
