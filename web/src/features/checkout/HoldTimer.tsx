import { clockFace, remaining } from "../../lib/time.ts";
import { useServerNow } from "../../lib/use_now.ts";

interface Props {
  label: string;
  until: string;
  totalS: number;
}

/** The time that is left, by the server's clock; it empties, and turns loud in its last minute. */
export function HoldTimer({ label, until, totalS }: Props) {
  const left = remaining(Date.parse(until), useServerNow());
  const last = left.total_s <= 60;
  const part = Math.min(1, left.total_s / Math.max(1, totalS));
  return (
    <div className={`overflow-hidden rounded-lg ${last ? "bg-signal text-on-signal" : "bg-spark text-on-spark"}`}>
      <div className="flex items-center justify-between gap-4 px-5 py-3">
        <p className="text-sm font-bold leading-snug">{label}</p>
        <p className="numerals text-4xl leading-none" role="timer" aria-label={clockFace(left)}>
          {clockFace(left)}
        </p>
      </div>
      <div className="h-1.5 bg-black/15">
        <div className="h-full origin-left bg-current transition-transform duration-1000 ease-linear" style={{ transform: `scaleX(${part})` }} />
      </div>
    </div>
  );
}
