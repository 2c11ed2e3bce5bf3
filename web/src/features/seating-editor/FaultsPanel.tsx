import { useTranslation } from "../../lib/words.ts";
import type { PlanFault } from "./api.ts";
import { placeOf } from "./document.ts";
import type { Editor } from "./editor.ts";
import { seatName } from "./layout.ts";
import type { Drawing } from "./model.ts";

interface Props {
  editor: Editor;
  drawing: Drawing;
  faults: readonly PlanFault[];
  onZone: () => void;
}

/** What keeps the plan from being published, as the service found it when it was saved last; each leads to its place. */
export function FaultsPanel({ editor, drawing, faults, onZone }: Props) {
  const { t } = useTranslation();
  if (faults.length === 0) return <p className="text-soft">{t("plans.no_faults")}</p>;
  return (
    <ul className="grid gap-2" data-testid="faults">
      {faults.map(({ pointer, code }) => {
        const { thing, zone, seat } = placeOf(drawing, pointer);
        const name = thing?.kind === "section" && seat !== undefined ? `${thing.name} · ${seatName(thing, seat)}` : (thing?.name ?? zone?.name ?? drawing.name);
        return (
          <li key={pointer + code}>
            <button
              type="button"
              className="min-h-11 w-full rounded-md bg-bad-soft p-3 text-left text-sm"
              onClick={() => {
                if (thing) editor.lookAt(thing.id, seat);
                else if (zone) onZone();
              }}
            >
              <strong className="block break-words text-bad">{name || t("plans.nameless")}</strong>
              {t(`plans.fault.${code}`)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
