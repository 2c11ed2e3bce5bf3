import { useState } from "react";
import { useNavigate } from "react-router";
import type { User } from "../../lib/session.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { eraseAccount } from "./api.ts";
import { eraseForm } from "./forms.ts";

/** Irreversible, so the address has to be written first. */
export function EraseAccount({ user }: { user: User }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const { submit, field, failure, busy } = useCheckedForm(eraseForm(user.email), { email: "" }, async () => {
    await eraseAccount();
    void navigate("/", { replace: true });
  });
  return (
    <>
      <Button look="plain" onClick={() => setOpen(true)}>
        {t("account.erase")}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} label={t("account.erase")}>
        <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5 p-6">
          <h2 className="shout text-3xl">{t("account.erase")}</h2>
          <p>{t("account.erase_text")}</p>
          <ProblemNotice error={failure} />
          <Field label={t("account.erase_confirm", { email: user.email })} type="email" autoComplete="off" {...field("email")} />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" busy={busy}>
              {t("account.erase_now")}
            </Button>
            <Button type="button" look="plain" onClick={() => setOpen(false)}>
              {t("common.cancel")}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
