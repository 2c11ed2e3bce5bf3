import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import type { Editor, Tool } from "./editor.ts";
import { layoutOf } from "./layout.ts";
import type { Drawing, Thing } from "./model.ts";

const makers: Tool[] = ["block", "row", "round", "long", "box", "standing", "words"];

/** Everything on the plan as a list: for who cannot see the board, and who finds a name faster than a place. */
export function OutlinePanel({ editor, drawing, selected, onEdit }: { editor: Editor; drawing: Drawing; selected: ReadonlySet<string>; onEdit: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const detail = (thing: Thing): string => {
    if (thing.kind === "section") return t("plans.seats_count", { count: layoutOf(thing.shape).count, places: layoutOf(thing.shape).count.toLocaleString(language) });
    return thing.kind === "standing" ? t("plans.standing_count", { places: thing.capacity.toLocaleString(language) }) : t(`plans.kind_${thing.kind}`);
  };
  const make = (tool: Tool) => {
    editor.take(tool);
    editor.create({ x: drawing.width / 2, y: drawing.height / 2, width: 0, height: 0 });
    onEdit();
  };
  return (
    <div className="grid gap-4">
      <ul data-testid="outline">
        {drawing.things.map((thing) => (
          <li key={thing.id} className="flex items-center gap-3 border-b border-hair">
            <button
              type="button"
              aria-pressed={selected.has(thing.id)}
              className="flex min-h-11 min-w-0 flex-1 items-center justify-between gap-3 py-1 text-left aria-pressed:font-bold"
              onClick={() => {
                editor.lookAt(thing.id);
                onEdit();
              }}
            >
              <span className="min-w-0 break-words underline decoration-2 underline-offset-4">{thing.name || t("plans.nameless")}</span>
              <span className="shrink-0 text-sm text-soft">{detail(thing)}</span>
            </button>
          </li>
        ))}
      </ul>
      <fieldset>
        <legend className="mb-2 text-sm font-bold">{t("plans.add")}</legend>
        <div className="flex flex-wrap gap-2">
          {makers.map((tool) => (
            <Button key={tool} look="plain" size="sm" className="min-h-11" onClick={() => make(tool)}>
              {t(`plans.tool_${tool}` as "plans.tool_block")}
            </Button>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
