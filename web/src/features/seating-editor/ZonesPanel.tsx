import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { addZone, editZone, freeName, placesByZone, removeZone } from "./commands.ts";
import type { Editor } from "./editor.ts";
import { isStanding, type Drawing, type Zone } from "./model.ts";

function ZoneRow({ editor, zone, places }: { editor: Editor; zone: Zone; places: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const change = (patch: Partial<Zone>) => editor.draw(editZone(editor.drawing, zone.key, patch), `${zone.key} ${Object.keys(patch).join()}`);
  return (
    <li className="grid grid-cols-[auto_1fr_auto] items-center gap-2 border-b border-hair py-3">
      <input type="color" aria-label={t("plans.colour_of", { name: zone.name })} value={zone.colour} onChange={({ target }) => change({ colour: target.value })} className="size-11 rounded-md border-[1.5px] border-rule bg-card p-1" />
      <input aria-label={t("plans.zone_name")} value={zone.name} maxLength={100} onChange={({ target }) => change({ name: target.value })} className="min-h-11 min-w-0 rounded-md border-[1.5px] border-rule bg-card px-2.5" />
      <Button look="ghost" size="sm" className="min-h-11" aria-label={t("plans.remove_zone", { name: zone.name })} disabled={places > 0} onClick={() => editor.draw(removeZone(editor.drawing, zone.key))}>
        ×
      </Button>
      <p className="col-start-2 text-sm text-soft">{t("plans.seats_count", { count: places, places: places.toLocaleString(language) })}</p>
    </li>
  );
}

/** What has a price: zones of seats, with their colours and how many seats each has; standing zones are drawn. */
export function ZonesPanel({ editor, drawing }: { editor: Editor; drawing: Drawing }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const places = placesByZone(drawing);
  const standing = drawing.things.filter(isStanding);
  const total = [...places.values()].reduce((sum, each) => sum + each, 0);
  return (
    <div className="grid gap-4">
      <p className="text-sm text-soft">{t("plans.zones_text")}</p>
      <ul>
        {drawing.zones.map((zone) => (
          <ZoneRow key={zone.key} editor={editor} zone={zone} places={places.get(zone.key) ?? 0} />
        ))}
        {standing.map((each) => (
          <li key={each.id} className="flex items-center gap-3 border-b border-hair py-3">
            <span className="size-6 shrink-0 rounded-md border-[1.5px] border-rule" style={{ background: each.colour }} />
            <button type="button" className="min-h-11 min-w-0 flex-1 text-left font-bold break-words underline decoration-2 underline-offset-4" onClick={() => editor.lookAt(each.id)}>
              {each.name}
            </button>
            <span className="text-sm text-soft">{t("plans.standing_count", { places: each.capacity.toLocaleString(language) })}</span>
          </li>
        ))}
      </ul>
      <Button look="plain" onClick={() => editor.draw(addZone(drawing, freeName(drawing.zones.map(({ name }) => name), t("plans.zone")))[0])}>
        {t("plans.add_zone")}
      </Button>
      <p className="font-bold">{t("plans.total", { places: total.toLocaleString(language) })}</p>
    </div>
  );
}
