import { useRef, type KeyboardEvent } from "react";
import { useTranslation } from "../../lib/words.ts";
import type { PlanFault } from "./api.ts";
import type { Editor, EditorState } from "./editor.ts";
import { FaultsPanel } from "./FaultsPanel.tsx";
import { OutlinePanel } from "./OutlinePanel.tsx";
import { Properties } from "./Properties.tsx";
import { ZonesPanel } from "./ZonesPanel.tsx";

export const tabs = ["properties", "zones", "outline", "faults"] as const;
export type Tab = (typeof tabs)[number];

interface Props {
  editor: Editor;
  state: EditorState;
  faults: readonly PlanFault[];
  tab: Tab;
  onTab: (tab: Tab) => void;
}

export function SidePanel({ editor, state, faults, tab, onTab }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const drawing = state.history.present;
  const turn = ({ key }: KeyboardEvent) => {
    const by = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? tabs.length - 1 : 0;
    if (by === 0) return;
    const next = (tabs.indexOf(tab) + by) % tabs.length;
    onTab(tabs[next]!);
    (list.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <aside aria-label={t("plans.panel")} className="flex min-h-0 flex-col border-t-[1.5px] border-rule bg-card lg:border-t-0 lg:border-l-[1.5px]">
      {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus -- its tabs have the focus */}
      <div ref={list} role="tablist" aria-label={t("plans.panel")} className="flex shrink-0 border-b-[1.5px] border-rule" onKeyDown={turn}>
        {tabs.map((each) => (
          <button key={each} type="button" role="tab" id={`tab-${each}`} aria-selected={tab === each} aria-controls="plan-panel" tabIndex={tab === each ? 0 : -1} onClick={() => onTab(each)} className="min-h-11 min-w-0 flex-1 border-b-4 border-transparent px-1 text-xs font-bold text-soft aria-selected:border-signal aria-selected:text-ink">
            {t(`plans.tab_${each}`)}
            {each === "faults" && faults.length > 0 && <span className="ml-1 rounded-full bg-bad px-1.5 text-card">{faults.length}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="plan-panel" aria-labelledby={`tab-${tab}`} tabIndex={0} className="min-h-0 flex-1 overflow-y-auto p-4">
        {tab === "properties" && <Properties editor={editor} drawing={drawing} selected={state.selected} />}
        {tab === "zones" && <ZonesPanel editor={editor} drawing={drawing} />}
        {tab === "outline" && <OutlinePanel editor={editor} drawing={drawing} selected={state.selected} onEdit={() => onTab("properties")} />}
        {tab === "faults" && <FaultsPanel editor={editor} drawing={drawing} faults={faults} onZone={() => onTab("zones")} />}
      </div>
    </aside>
  );
}
