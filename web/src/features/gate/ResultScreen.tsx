import { useEffect } from "react";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { clockOf, iconOf, toneOf, wordOf } from "./outcome.ts";
import type { Post } from "./post.ts";
import type { Tone } from "./signals.ts";
import type { Result } from "./use_scanning.ts";

const looks: Record<Tone, string> = { good: "bg-[#0b7a3e] text-white", again: "bg-[#ffb400] text-black", bad: "bg-[#c4161c] text-white" };

function Facts({ result, post }: { result: Result; post: Post }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { answer } = result;
  const clock = (at: string) => clockOf(at, language, post.show.timezone);
  if (!answer) return <p className="text-2xl font-bold">{t("gate.unknown_text")}</p>;
  const first = answer.first_admitted_at && answer.result === "already_admitted";
  return (
    <>
      {answer.reason && <p className="text-3xl font-bold text-balance">{t(`gate.reason.${answer.reason}`)}</p>}
      {first && <p className="text-3xl font-bold text-balance" data-testid="first-admission">{answer.first_gate ? t("gate.first_at", { time: clock(answer.first_admitted_at!), gate: answer.first_gate }) : t("gate.first", { time: clock(answer.first_admitted_at!) })}</p>}
      {answer.void_since && <p className="text-2xl font-bold">{t("gate.void_since", { time: clock(answer.void_since) })}</p>}
      {answer.name && <p className="text-4xl font-bold break-words">{answer.name}</p>}
      {answer.seat && <p className="text-3xl font-bold break-words">{answer.seat}</p>}
      {answer.zone && !answer.seat?.startsWith(answer.zone) && <p className="text-2xl">{answer.zone}</p>}
      {result.unlisted && <p className="text-2xl font-bold">{t("gate.unlisted")}</p>}
    </>
  );
}

/** One colour, one shape, one word over everything. Good ones go by themselves; the others stay until somebody has seen them. */
export function ResultScreen({ result, post, onDismiss }: { result: Result | undefined; post: Post; onDismiss: () => void }) {
  const { t } = useTranslation();
  useEffect(() => {
    if (!result) return;
    const press = (event: KeyboardEvent) => {
      if (event.key === "Enter" || event.key === " " || event.key === "Escape") onDismiss();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [result, onDismiss]);
  const word = result && wordOf(result);
  return (
    <div role="alert" className={result ? `fixed inset-0 z-50 ${looks[toneOf(result)]}` : "sr-only"}>
      {result && word && (
        <div key={result.turn} data-testid="result" data-turn={result.turn} data-word={word} data-offline={result.offline} data-took-ms={Math.round(result.seen_ms)} className="flex size-full flex-col items-center justify-center gap-3 overflow-hidden p-5 text-center">
          {result.offline && (
            <p className="absolute inset-x-0 top-0 flex items-center justify-center gap-2 bg-black p-2 text-lg font-bold text-white">
              <Icon name="wifi" className="size-6" />
              {t("gate.decided_here")}
            </p>
          )}
          <Icon name={iconOf[word]} className="size-36 shrink-0 sm:size-48" />
          <p className="shout text-7xl sm:text-9xl">{t(`gate.word.${word}`)}</p>
          <Facts result={result} post={post} />
          <button type="button" onClick={onDismiss} aria-label={t("gate.go_on")} className="absolute inset-0 flex items-end justify-center rounded-none p-5 text-xl font-bold">
            {toneOf(result) !== "good" && <span className="rounded-md border-2 border-current px-8 py-4">{t("gate.go_on")}</span>}
          </button>
        </div>
      )}
    </div>
  );
}
