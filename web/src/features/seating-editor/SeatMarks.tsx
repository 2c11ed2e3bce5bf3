import { useState } from "react";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { mark } from "./commands.ts";
import type { Editor } from "./editor.ts";
import { layoutOf, seatName } from "./layout.ts";
import type { Mark, Section } from "./model.ts";

const marks: Mark[] = ["accessible", "companion"];

/** Seats that are called "A-1, A-2"; what is called otherwise is passed over. */
function seatsCalled(section: Section, text: string): number[] {
  const wanted = new Set(text.split(/[,;\s]+/).filter(Boolean).map((each) => each.toUpperCase()));
  return Array.from({ length: layoutOf(section.shape).count }, (_, seat) => seat).filter((seat) => wanted.has(seatName(section, seat).toUpperCase()));
}

/** Accessible places and those of companions, by their names: what the tool on the board does by a click. */
export function SeatMarks({ editor, section }: { editor: Editor; section: Section }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [missed, setMissed] = useState(false);
  const set = (as: Mark | undefined) => {
    const seats = seatsCalled(section, text);
    setMissed(seats.length === 0);
    if (seats.length === 0) return;
    editor.draw(mark(editor.drawing, section.id, seats, as));
    setText("");
  };
  return (
    <fieldset className="grid gap-3 border-t-[1.5px] border-hair pt-4">
      <legend className="sr-only">{t("plans.marks")}</legend>
      <Field label={t("plans.mark_seats")} hint={t("plans.mark_hint")} error={missed ? t("plans.mark_missed") : undefined} value={text} autoComplete="off" onChange={({ target }) => setText(target.value)} />
      <div className="flex flex-wrap gap-2">
        {marks.map((each) => (
          <Button key={each} look="plain" size="sm" className="min-h-11" onClick={() => set(each)}>
            {t(`plans.${each}`)}
          </Button>
        ))}
        <Button look="plain" size="sm" className="min-h-11" onClick={() => set(undefined)}>
          {t("plans.plain_seat")}
        </Button>
      </div>
      {marks.map((each) => {
        const seats = Object.keys(section.marks).map(Number).filter((seat) => section.marks[seat] === each);
        return seats.length > 0 && (
          <p key={each} className="text-sm break-words">
            <strong>{t(`plans.${each}`)}:</strong> {seats.map((seat) => seatName(section, seat)).join(", ")}
          </p>
        );
      })}
    </fieldset>
  );
}
