import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refresh } from "../../lib/session.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { organisationQuery, organisationsQuery, rename, type Organisation } from "./api.ts";
import { nameForm } from "./forms.ts";

function RenameForm({ organisation: { id, name }, onDone }: { organisation: Organisation; onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { submit, field, failure, busy } = useCheckedForm(nameForm, { name }, async (values) => {
    queries.setQueryData(organisationQuery(id).queryKey, await rename(id, values.name));
    await Promise.all([queries.invalidateQueries(organisationsQuery), refresh()]);
    onDone();
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5 p-6">
      <h2 className="shout text-3xl">{t("staff.rename")}</h2>
      <ProblemNotice error={failure} />
      <Field label={t("staff.name")} autoComplete="organization" maxLength={100} {...field("name")} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {t("account.save")}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}

export function Rename({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="plain" size="sm" onClick={() => setOpen(true)}>
        {t("staff.rename")}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} label={t("staff.rename")}>
        <RenameForm organisation={organisation} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
