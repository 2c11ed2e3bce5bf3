import { useEffect, type ReactNode } from "react";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { passwordAgainForm } from "./forms.ts";
import { PasswordField } from "./PasswordField.tsx";

interface Props {
  action: string;
  onPassword: (password: string) => Promise<void>;
  onCancel: () => void;
  children?: ReactNode;
}

/** What follows wants the password again: a telephone left on a table must not be enough. */
export function PasswordAgain({ action, onPassword, onCancel, children }: Props) {
  const { t } = useTranslation();
  const { submit, field, failure, busy, form } = useCheckedForm(passwordAgainForm, { password: "" }, ({ password }) => onPassword(password));
  const { setFocus } = form;
  useEffect(() => setFocus("password"), [setFocus]); // the button that brought it is gone
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      {children}
      <ProblemNotice error={failure} />
      <PasswordField label={t("account.current_password")} autoComplete="current-password" {...field("password")} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="ink" busy={busy}>
          {action}
        </Button>
        <Button type="button" look="plain" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
