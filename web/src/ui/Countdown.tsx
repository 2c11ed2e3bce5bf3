import { clockFace, remaining } from "../lib/time.ts";
import { useServerNow } from "../lib/use_now.ts";
import { useTranslation } from "../lib/words.ts";

/** Time left by the server's clock: days and hours while far, a clock when near. */
export function Countdown({ until, className = "" }: { until: string; className?: string }) {
  const { t } = useTranslation();
  const left = remaining(Date.parse(until), useServerNow());
  const text = left.days > 0 ? t("time.days_hours", { days: left.days, hours: left.hours }) : clockFace(left);
  return (
    <time dateTime={until} className={`numerals ${className}`}>
      {text}
    </time>
  );
}
