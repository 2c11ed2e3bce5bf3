import { useState } from "react";
import { useTranslation } from "../../lib/words.ts";
import { Field } from "../../ui/Field.tsx";
import type { Hold } from "./api.ts";
import { placeNames, type Names } from "./names.ts";

interface Props {
  seats: Hold["seats"];
  names: Names;
  onChange: (names: Names) => void;
}

/** A name for each ticket, for those who come apart; nobody has to. */
export default function AttendeeNames({ seats, names, onChange }: Props) {
  const { t } = useTranslation();
  const labels = placeNames(seats);
  const [open] = useState(() => Object.values(names).some(Boolean)); // from here on the fan's own; not shut by an emptied field
  return (
    <details className="panel px-5" open={open}>
      <summary className="flex min-h-13 items-center font-bold">{t("checkout.names")}</summary>
      <p className="mb-4 text-sm text-soft">{t("checkout.names_text")}</p>
      <div className="grid gap-4 pb-5 sm:grid-cols-2">
        {seats.map(({ seat_no }, index) => (
          <Field
            key={seat_no}
            label={labels[index]!}
            autoComplete="off"
            maxLength={100}
            value={names[seat_no] ?? ""}
            onChange={(event) => onChange({ ...names, [seat_no]: event.target.value })}
          />
        ))}
      </div>
    </details>
  );
}
