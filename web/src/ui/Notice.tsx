import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";

type Tone = "info" | "good" | "warn" | "bad";

const tones: Record<Tone, { box: string; icon: IconName }> = {
  info: { box: "bg-sunk text-ink", icon: "info" },
  good: { box: "bg-good-soft text-good", icon: "check" },
  warn: { box: "bg-warn-soft text-warn", icon: "alert" },
  bad: { box: "bg-bad-soft text-bad", icon: "alert" },
};

interface Props {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  className?: string;
}

/** What happened and what to do next, where it happened. Bad news is announced at once, the rest politely. */
export function Notice({ tone = "info", title, children, className = "" }: Props) {
  const { box, icon } = tones[tone];
  return (
    <div role={tone === "bad" ? "alert" : "status"} className={`flex gap-3 rounded-md p-3.5 text-sm ${box} ${className}`}>
      <Icon name={icon} className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1 [&_p]:text-ink">
        {title && <strong className="block font-bold">{title}</strong>}
        {children}
      </div>
    </div>
  );
}
