import { useEffect } from "react";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { addPasskey, beginPasskey } from "./api.ts";
import { makePasskey } from "./ceremony.ts";
import { deviceName } from "./device_name.ts";
import { addPasskeyForm } from "./forms.ts";
import { PasskeyNotice } from "./PasskeyNotice.tsx";
import { PasswordField } from "./PasswordField.tsx";

/** The password first, then the browser asks for finger, face or PIN. Cancelled there, the form is as it was. */
export function AddPasskey({ onAdded, onCancel }: { onAdded: () => Promise<void>; onCancel: () => void }) {
  const { t } = useTranslation();
  const proposed = deviceName(navigator.userAgent) ?? "Passkey";
  const { submit, field, failure, busy, form } = useCheckedForm(addPasskeyForm, { name: proposed, password: "" }, async ({ name, password }) => {
    await addPasskey({ name, ...(await makePasskey(await beginPasskey(password))) });
    await onAdded();
  });
  const { setFocus } = form;
  useEffect(() => setFocus("name"), [setFocus]);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <PasskeyNotice error={failure} />
      <Field label={t("account.passkey_name")} autoComplete="off" maxLength={60} hint={t("account.passkey_name_hint")} {...field("name")} />
      <PasswordField label={t("account.current_password")} autoComplete="current-password" {...field("password")} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="ink" busy={busy}>
          {t("account.passkey_make")}
        </Button>
        <Button type="button" look="plain" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
