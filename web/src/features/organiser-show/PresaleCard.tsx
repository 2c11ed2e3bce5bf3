import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { showQuery } from "../../lib/catalogue.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { zoneName } from "../../lib/wall_clock.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { rulesQuery, setRules, type Ruled, type Rules } from "./api.ts";
import { atItsFields, presaleFields, presaleForm, presaleWish } from "./presale.ts";

/** Who may buy before everybody may: from when on, and the code that lets in. */
export function PresaleCard({ show, rules }: { show: Ruled; rules: Rules }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [saved, setSaved] = useState(false);
  const { timezone } = show.venue;
  const set = async (presale: Rules["presale"]) => {
    queries.setQueryData(rulesQuery(show.id).queryKey, await setRules(show.id, { presale }));
    void queries.invalidateQueries({ ...showQuery(show.id), exact: true });
  };
  const { submit, field, failure, busy, form } = useCheckedForm(presaleForm, presaleFields(rules.presale, timezone), async (fields) => {
    setSaved(false);
    await set(presaleWish(fields, timezone)).catch((error: unknown) => Promise.reject(atItsFields(error) as Error));
    setSaved(true);
  });
  const end = async () => {
    await set(null);
    form.reset(presaleFields(null, timezone));
    setSaved(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={t("sales.presale")} className="panel mt-6 flex min-w-0 flex-col gap-4 p-5 sm:p-7 lg:max-w-[calc(50%-0.75rem)]">
      <h2 className="shout text-3xl">{t("sales.presale")}</h2>
      <p className="text-sm text-soft">{t("sales.presale_text")}</p>
      <Field type="datetime-local" label={t("sales.presale_opens_at", { zone: zoneName(timezone) })} hint={t("sales.presale_hint")} {...field("opens_at")} />
      <Field label={t("sales.code")} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} hint={t("sales.code_hint")} {...field("code")} />
      <ProblemNotice error={failure} />
      {saved && <Notice tone="good">{t("sales.presale_saved")}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="ink" busy={busy}>
          {t("sales.presale_save")}
        </Button>
        {rules.presale && (
          <ConfirmButton question={t("sales.presale_end_question")} text={t("sales.presale_end_text")} action={t("sales.presale_end")} onConfirm={end}>
            {t("sales.presale_end")}
          </ConfirmButton>
        )}
      </div>
    </form>
  );
}
