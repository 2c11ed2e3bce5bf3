import { useTranslation } from "../../lib/words.ts";
import { Field } from "../../ui/Field.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { reshape } from "./commands.ts";
import type { Editor } from "./editor.ts";
import type { Block, Scheme, Table } from "./model.ts";
import { NumberField } from "./NumberField.tsx";

const schemes: Scheme[] = ["left", "right", "odd_even", "odd", "even"];

/** "3, 7" */
const readGaps = (text: string): number[] => [...new Set(text.split(/[^\d]+/).map(Number).filter((gap) => gap > 0))].sort((a, b) => a - b);

export function BlockFields({ editor, id, block }: { editor: Editor; id: string; block: Block }) {
  const { t } = useTranslation();
  const change = (patch: Partial<Block>) => editor.draw(reshape(editor.drawing, id, { ...block, ...patch }), `${id} ${Object.keys(patch).join()}`);
  const number = (name: keyof Block & `${string}`, min: number, max: number, step = 1) => <NumberField label={t(`plans.${name}` as "plans.rows")} value={block[name] as number} min={min} max={max} step={step} onChange={(value) => change({ [name]: value })} />;
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        {number("rows", 1, 200)}
        {number("seats", 1, 200)}
        {number("row_pitch", 1, 1000, 0.5)}
        {number("seat_pitch", 1, 1000, 0.5)}
        {number("curve", 0, 300)}
        {number("skew", -100, 100, 0.5)}
        {number("grow", -10, 10)}
        {number("gap_width", 1, 1000, 0.5)}
      </div>
      <Field label={t("plans.gaps")} hint={t("plans.gaps_hint")} inputMode="numeric" autoComplete="off" key={`${id} gaps`} defaultValue={block.gaps.join(", ")} onChange={({ target }) => change({ gaps: readGaps(target.value) })} />
      <SelectField label={t("plans.numbering")} value={block.numbering.scheme} options={schemes.map((scheme) => [scheme, t(`plans.scheme_${scheme}`)] as const)} onChange={({ target }) => change({ numbering: { ...block.numbering, scheme: target.value as Scheme } })} />
      <div className="grid grid-cols-2 gap-3">
        <NumberField label={t("plans.from")} value={block.numbering.from} min={1} max={10_000} onChange={(from) => change({ numbering: { ...block.numbering, from } })} />
        <Field label={t("plans.first_row")} className="[&_input]:min-h-11 [&_label]:mb-1 [&_label]:text-xs" maxLength={8} value={block.first_row} onChange={({ target }) => change({ first_row: target.value })} />
      </div>
      <label className="flex min-h-11 items-center gap-3 text-sm font-bold">
        <input type="checkbox" className="size-5 accent-ink" checked={block.from_back} onChange={({ target }) => change({ from_back: target.checked })} />
        {t("plans.from_back")}
      </label>
    </>
  );
}

export function TableFields({ editor, id, table }: { editor: Editor; id: string; table: Table }) {
  const { t } = useTranslation();
  const change = (patch: Partial<Table>) => editor.draw(reshape(editor.drawing, id, { ...table, ...patch }), `${id} ${Object.keys(patch).join()}`);
  return (
    <div className="grid grid-cols-2 gap-3">
      <NumberField label={t("plans.table_seats")} value={table.seats} min={1} max={40} onChange={(seats) => change({ seats })} />
      <NumberField label={t(table.form === "round" ? "plans.across" : "plans.width")} value={table.width} min={2} max={1000} onChange={(width) => change({ width })} />
      {table.form === "rectangle" && <NumberField label={t("plans.height")} value={table.height} min={2} max={1000} onChange={(height) => change({ height })} />}
    </div>
  );
}
