import { useId, useState } from "react";
import type { ApiProblem} from "../../lib/problem.ts";
import { isProblem } from "../../lib/problem.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import type { Concert } from "./api.ts";
import { concertFields, concertForm, emptyConcert, type ConcertFields } from "./forms.ts";
import { Meanwhile, type Difference } from "./Meanwhile.tsx";

interface Props {
  concert?: Concert;
  /** Saves what was made from that version; what there is now, when the form goes on. */
  onSave: (fields: ConcertFields, base: number) => Promise<Concert | undefined>;
  onTheirs: (current: Concert) => void;
}

export function ConcertForm({ concert, onSave, onTheirs }: Props) {
  const { t } = useTranslation();
  const colours = useId();
  const [saved, setSaved] = useState(false);
  const [meanwhile, setMeanwhile] = useState<Concert>();
  const [base, setBase] = useState(concert?.version ?? 0);
  const save = async (fields: ConcertFields, over: number) => {
    setSaved(false);
    try {
      const now = await onSave(fields, over);
      if (!now) return;
      setBase(now.version);
      setSaved(true);
    } catch (error) {
      if (!isProblem(error, "changed-meanwhile")) throw error;
      setMeanwhile((error as ApiProblem).body.current as Concert);
    }
  };
  const { submit, field, failure, busy, form } = useCheckedForm(concertForm, concert ? concertFields(concert) : emptyConcert, (fields) => save(fields, base));
  const differences = (theirs: Concert): Difference[] => {
    const [mine, other] = [form.getValues(), concertFields(theirs)];
    return [
      [t("written.title"), mine.title, other.title],
      [t("written.artist"), mine.artist, other.artist],
      [t("written.genre"), mine.genre, other.genre],
      [t("written.description_id"), mine.description.id, other.description.id],
      [t("written.description_en"), mine.description.en, other.description.en],
      [t("written.colours"), mine.colours.join(" "), other.colours.join(" ")],
    ];
  };
  const keepMine = () => {
    const over = meanwhile!.version;
    setMeanwhile(undefined);
    setBase(over);
    void form.handleSubmit((fields) => save(fields, over))();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="panel flex flex-col gap-5 p-5 sm:p-7">
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field label={t("written.artist")} autoComplete="off" maxLength={200} {...field("artist")} />
        <Field label={t("written.title")} autoComplete="off" maxLength={200} {...field("title")} />
        <Field label={t("written.genre")} autoComplete="off" maxLength={100} {...field("genre")} />
        <fieldset>
          <legend id={colours} className="mb-1.5 text-sm font-bold">
            {t("written.colours")}
          </legend>
          <div className="flex gap-3">
            {[0, 1, 2].map((index) => (
              <input key={index} type="color" aria-label={t("written.colour", { number: index + 1 })} className="h-12 w-16 rounded-md border-[1.5px] border-rule bg-card p-1" {...form.register(`colours.${index}`)} />
            ))}
          </div>
        </fieldset>
        <TextArea label={t("written.description_id")} lang="id" {...field("description.id")} />
        <TextArea label={t("written.description_en")} lang="en" {...field("description.en")} />
      </div>
      <ProblemNotice error={failure} />
      {saved && <Notice tone="good">{t("written.saved")}</Notice>}
      <Button type="submit" look="ink" busy={busy} className="self-start">
        {concert ? t("written.save") : t("written.create_concert")}
      </Button>
      <Meanwhile differences={meanwhile && differences(meanwhile)} onMine={keepMine} onTheirs={() => onTheirs(meanwhile!)} onClose={() => setMeanwhile(undefined)} />
    </form>
  );
}
