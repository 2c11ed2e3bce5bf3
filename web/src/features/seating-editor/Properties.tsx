import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { BlockFields, TableFields } from "./BlockFields.tsx";
import { edit, intoZone, type Ids } from "./commands.ts";
import type { Editor } from "./editor.ts";
import { isSection, type Drawing, type Thing } from "./model.ts";
import { NumberField } from "./NumberField.tsx";
import { SeatMarks } from "./SeatMarks.tsx";
import { Corners } from "./Corners.tsx";

interface Props {
  editor: Editor;
  drawing: Drawing;
}

function Deeds({ editor, fixed }: { editor: Editor; fixed: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap gap-2 border-t-[1.5px] border-hair pt-4">
      <Button look="plain" size="sm" className="min-h-11" onClick={() => editor.rotate(-15)}>
        {t("plans.turn_left")}
      </Button>
      <Button look="plain" size="sm" className="min-h-11" onClick={() => editor.rotate(15)}>
        {t("plans.turn_right")}
      </Button>
      {!fixed && (
        <>
          <Button look="plain" size="sm" className="min-h-11" onClick={() => editor.duplicate()}>
            {t("plans.duplicate")}
          </Button>
          <Button look="plain" size="sm" className="min-h-11 text-bad" onClick={() => editor.remove()}>
            {t("plans.remove")}
          </Button>
        </>
      )}
    </div>
  );
}

function ZoneChoice({ editor, drawing, ids, zone }: Props & { ids: Ids; zone: string }) {
  const { t } = useTranslation();
  const known = drawing.zones.some(({ key }) => key === zone);
  const options = drawing.zones.map(({ key, name }) => [key, name] as const);
  return <SelectField label={t("plans.zone")} value={known ? zone : ""} options={known ? options : [["", "–"], ...options]} onChange={({ target }) => editor.draw(intoZone(drawing, ids, target.value))} />;
}

function One({ editor, drawing, thing }: Props & { thing: Thing }) {
  const { t } = useTranslation();
  const change = (patch: Partial<Thing>) => editor.draw(edit(editor.drawing, thing.id, patch), `${thing.id} ${Object.keys(patch).join()}`);
  const place = (name: "x" | "y" | "rotation", min: number, max: number) => <NumberField label={t(`plans.${name}`)} value={thing[name]} min={min} max={max} step={0.5} onChange={(value) => change({ [name]: value })} />;
  return (
    <div className="grid gap-4" key={thing.id}>
      <Field label={t(thing.kind === "words" ? "plans.text" : "plans.name")} value={thing.name} maxLength={100} autoComplete="off" onChange={({ target }) => change({ name: target.value })} />
      {isSection(thing) && <ZoneChoice editor={editor} drawing={drawing} ids={new Set([thing.id])} zone={thing.zone} />}
      {thing.kind === "standing" && (
        <div className="grid grid-cols-2 items-end gap-3">
          <NumberField label={t("plans.capacity")} value={thing.capacity} min={1} max={1_000_000} onChange={(capacity) => change({ capacity })} />
          <Field type="color" label={t("plans.colour")} className="[&_input]:min-h-11 [&_input]:p-1 [&_label]:mb-1 [&_label]:text-xs" value={thing.colour} onChange={({ target }) => change({ colour: target.value })} />
        </div>
      )}
      <div className="grid grid-cols-3 gap-3">
        {place("x", -100_000, 100_000)}
        {place("y", -100_000, 100_000)}
        {thing.kind !== "words" && place("rotation", -360, 360)}
      </div>
      {isSection(thing) && thing.shape.kind === "block" && <BlockFields editor={editor} id={thing.id} block={thing.shape} />}
      {isSection(thing) && thing.shape.kind === "table" && <TableFields editor={editor} id={thing.id} table={thing.shape} />}
      {isSection(thing) && thing.shape.kind === "free" && <p className="text-sm text-soft">{t("plans.free_shape")}</p>}
      {(thing.kind === "standing" || thing.kind === "stage") && <Corners thing={thing} onChange={change} />}
      {isSection(thing) && <SeatMarks key={thing.id} editor={editor} section={thing} />}
      <Deeds editor={editor} fixed={thing.kind === "stage"} />
    </div>
  );
}

function Several({ editor, drawing, things }: Props & { things: Thing[] }) {
  const { t } = useTranslation();
  const sections = things.filter(isSection);
  const zone = sections.every((each) => each.zone === sections[0]?.zone) ? sections[0]?.zone : undefined;
  return (
    <div className="grid gap-4">
      <p className="font-bold">{t("plans.chosen", { count: things.length })}</p>
      {sections.length > 0 && <ZoneChoice editor={editor} drawing={drawing} ids={new Set(sections.map(({ id }) => id))} zone={zone ?? ""} />}
      <Deeds editor={editor} fixed={things.every(({ kind }) => kind === "stage")} />
    </div>
  );
}

function Whole({ editor, drawing }: Props) {
  const { t } = useTranslation();
  const change = (patch: Partial<Drawing>) => editor.draw({ ...editor.drawing, ...patch }, `plan ${Object.keys(patch).join()}`);
  return (
    <div className="grid gap-4">
      <Field label={t("plans.plan_name")} value={drawing.name} maxLength={100} autoComplete="off" onChange={({ target }) => change({ name: target.value })} />
      <div className="grid grid-cols-2 gap-3">
        <NumberField label={t("plans.width")} value={drawing.width} min={50} max={100_000} onChange={(width) => change({ width })} />
        <NumberField label={t("plans.height")} value={drawing.height} min={50} max={100_000} onChange={(height) => change({ height })} />
      </div>
      <p className="text-sm text-soft">{t("plans.how")}</p>
    </div>
  );
}

/** Of what is chosen: one thing, several, or nothing, that is the plan itself. */
export function Properties({ editor, drawing, selected }: Props & { selected: Ids }) {
  const things = drawing.things.filter(({ id }) => selected.has(id));
  if (things.length === 0) return <Whole editor={editor} drawing={drawing} />;
  return things.length === 1 ? <One key={things[0]!.id} editor={editor} drawing={drawing} thing={things[0]!} /> : <Several editor={editor} drawing={drawing} things={things} />;
}
