import type { ReactNode } from "react";

export type BadgeTone = "ink" | "signal" | "spark" | "quiet" | "good" | "warn" | "bad";

const tones: Record<BadgeTone, string> = {
  ink: "bg-ink text-paper",
  signal: "bg-signal text-on-signal",
  spark: "bg-spark text-on-spark",
  quiet: "bg-sunk text-soft",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};

export function Badge({ tone = "quiet", children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={`wide inline-flex items-center gap-1.5 rounded-sm px-2 py-1 ${tones[tone]}`}>{children}</span>;
}
