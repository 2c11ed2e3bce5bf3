import { asProblem } from "../../lib/problem.ts";
import { useArrival } from "../../lib/use_arrival.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";

interface Props {
  error: unknown;
  busy: boolean;
  onAsk: () => void;
}

/** A sale was asked for and nobody knows whether it was made: the same is asked again, and nothing else is sold meanwhile. */
export function Unanswered({ error, busy, onAsk }: Props) {
  const { t } = useTranslation();
  const place = useArrival<HTMLDivElement>();
  return (
    <div ref={place} tabIndex={-1} className="mx-auto w-full max-w-2xl outline-none">
      <Notice tone="warn" title={t("counter.unanswered")}>
        <p className="mb-4">{t("counter.unanswered_text")}</p>
        <Button busy={busy} onClick={onAsk}>
          {t("counter.ask_again")}
        </Button>
        {error != null && !busy && <p className="mt-3">{t(asProblem(error).slug === "unreachable" ? "counter.no_network" : "counter.no_answer")}</p>}
      </Notice>
    </div>
  );
}
