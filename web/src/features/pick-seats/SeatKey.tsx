import type { ReactNode } from "react";
import { useTranslation } from "../../lib/words.ts";

function Sign({ name, children }: { name: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <svg viewBox="0 0 16 16" className="size-4 shrink-0" fill="none" strokeWidth="2" aria-hidden="true">
        {children}
      </svg>
      {name}
    </li>
  );
}

/** What the shapes on the map say, for those who do not go by colour. */
export function SeatKey() {
  const { t } = useTranslation();
  return (
    <details className="absolute bottom-3 left-3 max-w-[calc(100%-5.5rem)] rounded-md border-[1.5px] border-rule bg-card text-sm">
      <summary className="flex min-h-11 items-center px-3 font-bold">{t("seats.key")}</summary>
      <ul className="flex flex-col gap-1.5 px-3 pb-3">
        <Sign name={t("seats.key_free")}>
          <path d="M1 5a4 4 0 0 1 4-4h6a4 4 0 0 1 4 4v8a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2z" fill="var(--signal)" />
        </Sign>
        <Sign name={t("seats.key_mine")}>
          <rect x="1" y="1" width="14" height="14" rx="4" fill="var(--spark)" stroke="var(--ink)" />
          <path d="M4.5 8.2 7 11l4.5-5.5" stroke="var(--on-spark)" />
        </Sign>
        <Sign name={t("seats.key_held")}>
          <circle cx="8" cy="8" r="5.5" stroke="var(--seat-taken)" />
        </Sign>
        <Sign name={t("seats.key_sold")}>
          <path d="m4 4 8 8m0-8-8 8" stroke="var(--seat-taken)" />
        </Sign>
        <Sign name={t("seats.key_accessible")}>
          <rect x="1" y="1" width="14" height="14" rx="2" fill="var(--signal)" />
          <circle cx="8" cy="9" r="3.4" stroke="var(--on-signal)" />
          <path d="M8 3v4" stroke="var(--on-signal)" />
        </Sign>
      </ul>
    </details>
  );
}
