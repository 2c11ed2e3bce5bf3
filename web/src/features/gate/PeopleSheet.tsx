import { useState, type FormEvent } from "react";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { FoundPerson } from "./FoundPerson.tsx";
import type { Found, Gate, Shown } from "./gate.ts";

interface Props {
  open: boolean;
  gate: Gate;
  onClose: () => void;
  onShown: (shown: Shown) => void;
}

function Search({ gate, onClose, onShown }: Omit<Props, "open">) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [found, setFound] = useState<Found>();
  const search = async (event: FormEvent) => {
    event.preventDefault();
    const text = words.trim();
    if (/^GT\d\./.test(text)) onShown({ code: text });
    else if (text.length >= 2) setFound(await gate.search(text));
  };
  return (
    <div className="flex flex-col gap-5 p-6">
      <h2 className="shout text-4xl">{t("gate.search")}</h2>
      <form onSubmit={(event) => void search(event)} className="flex flex-col gap-3">
        <Field label={t("gate.search_for")} value={words} onChange={(event) => setWords(event.target.value)} autoComplete="off" autoCorrect="off" spellCheck={false} enterKeyHint="search" maxLength={200} className="[&_input]:min-h-14 [&_input]:text-xl" />
        <Button type="submit" size="lg">
          {t("gate.search_now")}
        </Button>
      </form>
      <div role="status" className="flex flex-col gap-3">
        {found?.offline && <Notice tone="warn">{t("gate.search_offline")}</Notice>}
        {found?.people.length === 0 && <p className="text-lg">{t("gate.search_none")}</p>}
      </div>
      {found && found.people.length > 0 && (
        <ul className="flex flex-col gap-3">
          {found.people.map((person) => (
            <FoundPerson key={person.ticket_id} person={person} onLetIn={() => onShown({ ticket_id: person.ticket_id })} />
          ))}
        </ul>
      )}
      <Button look="plain" size="lg" onClick={onClose}>
        {t("gate.close")}
      </Button>
    </div>
  );
}

/** For who has no code at hand: looked up, looked at, and let in by hand. What was typed is gone with the sheet. */
export function PeopleSheet({ open, onClose, ...more }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} label={t("gate.search")}>
      <Search onClose={onClose} {...more} />
    </Dialog>
  );
}
