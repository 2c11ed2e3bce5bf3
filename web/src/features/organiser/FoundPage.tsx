import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { found, organisationsQuery } from "./api.ts";
import { nameForm } from "./forms.ts";

export default function FoundPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { submit, field, failure, busy } = useCheckedForm(nameForm, { name: "" }, async ({ name }) => {
    const { id } = await found(name);
    await queries.invalidateQueries(organisationsQuery);
    void navigate(`/organiser/${id}`, { replace: true });
  });
  return (
    <div className="page max-w-2xl py-8 sm:py-14">
      <title>{`${t("staff.found")} · Gelora`}</title>
      <h1 className="shout text-5xl sm:text-7xl">{t("staff.found")}</h1>
      <p className="mt-4 text-soft">{t("staff.found_text")}</p>
      <form onSubmit={(event) => void submit(event)} noValidate className="mt-8 flex max-w-md flex-col gap-5">
        <ProblemNotice error={failure} />
        <Field label={t("staff.name")} autoComplete="organization" maxLength={100} {...field("name")} />
        <Button type="submit" size="lg" busy={busy}>
          {t("staff.found_now")}
        </Button>
      </form>
    </div>
  );
}
