import { useLanguage, useTranslation } from "../../lib/words.ts";
import type { Message } from "./api.ts";

/** How many of those whom a message is for were written to. */
export function SentBar({ message }: { message: Message }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { sent, left_out, total } = message;
  const percent = total === 0 ? 100 : Math.floor((100 * (sent + left_out)) / total);
  const label = t("messages.sent_to");
  return (
    <div>
      <p className="mb-2 flex items-baseline justify-between gap-3 text-sm">
        <span>{label}</span>
        <span className="numerals text-xl whitespace-nowrap">
          {sent.toLocaleString(language)} / {total.toLocaleString(language)}
        </span>
      </p>
      <div role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className="h-2.5 overflow-hidden rounded-full bg-hair">
        <div className="h-full bg-signal transition-[width] duration-500" style={{ width: `${percent}%` }} />
      </div>
      {left_out > 0 && <p className="mt-2 text-sm text-soft">{t("messages.left_out", { count: left_out })}</p>}
    </div>
  );
}
