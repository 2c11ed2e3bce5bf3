import type { UseFormReturn } from "react-hook-form";
import { useTranslation } from "../../lib/words.ts";
import { Field } from "../../ui/Field.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { placeholders, type MessageFields } from "./forms.ts";

type Name = "subject.id" | "subject.en" | "body.id" | "body.en";
interface Props {
  field: (name: Name) => object;
  form: UseFormReturn<MessageFields>;
}

/** Subject and text, in both languages; a placeholder goes to the end of the text. */
export function Words({ field, form }: Props) {
  const { t } = useTranslation();
  const add = (language: "id" | "en", name: string) => {
    const text = form.getValues(`body.${language}`);
    form.setValue(`body.${language}`, `${text}${text === "" || /\s$/.test(text) ? "" : " "}{${name}}`, { shouldDirty: true });
    form.setFocus(`body.${language}`);
  };
  return (
    <div className="grid gap-6 xl:grid-cols-2">
      {(["id", "en"] as const).map((language) => (
        <fieldset key={language} className="flex min-w-0 flex-col gap-4">
          <legend className="mb-3 text-lg font-bold">{t(`messages.in_${language}`)}</legend>
          <Field label={t(`messages.subject_${language}`)} lang={language} autoComplete="off" maxLength={150} {...field(`subject.${language}`)} />
          <TextArea label={t(`messages.body_${language}`)} lang={language} rows={10} maxLength={5000} {...field(`body.${language}`)} />
          <div role="group" aria-label={t(`messages.placeholders_${language}`)} className="flex flex-wrap gap-2">
            {placeholders.map((name) => (
              <button key={name} type="button" className="min-h-9 rounded-sm bg-sunk px-2.5 font-mono text-sm hover:bg-hair" onClick={() => add(language, name)}>
                {`{${name}}`}
              </button>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
