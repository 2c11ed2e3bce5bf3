import type { ReactNode } from "react";
import { useTranslation } from "../../lib/words.ts";
import { Icon } from "../../ui/Icon.tsx";

interface Props {
  open: boolean;
  onOpen: (open: boolean) => void;
  /** The hall has seats to be found; else only standing places. */
  seated: boolean;
  /** Always seen: what needs an answer. */
  peek: ReactNode;
  /** Always seen, at the bottom: the total and the way on. */
  foot: ReactNode;
  children: ReactNode;
}

/** Beside the map on a wide screen; a sheet from below on a phone. */
export function Drawer({ open, onOpen, seated, peek, foot, children }: Props) {
  const { t } = useTranslation();
  return (
    <aside aria-label={t("seats.your_choice")} className="flex max-h-[70dvh] shrink-0 flex-col border-t-[1.5px] border-rule bg-card lg:max-h-none lg:w-96 lg:border-l-[1.5px] lg:border-t-0">
      <button type="button" aria-expanded={open} onClick={() => onOpen(!open)} className="flex min-h-11 items-center justify-center gap-2 border-b border-hair text-sm font-bold lg:hidden">
        <Icon name={open ? "close" : seated ? "wand" : "ticket"} className="size-4" />
        {t(open ? "seats.back_to_map" : seated ? "seats.find_for_me" : "seats.choose_places")}
      </button>
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto empty:hidden [&:not(:empty)]:px-4 [&:not(:empty)]:pt-3">{peek}</div>
      <div className={`min-h-0 flex-1 flex-col gap-6 overflow-y-auto p-4 lg:flex ${open ? "flex" : "hidden"}`}>{children}</div>
      <div className="border-t border-hair p-4 pb-[max(1rem,env(safe-area-inset-bottom))]">{foot}</div>
    </aside>
  );
}
