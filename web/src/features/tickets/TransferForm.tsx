import { useCheckedForm } from "../../lib/use_form.ts";
import { useSession } from "../../lib/use_session.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { offer } from "./api.ts";
import { transferForm } from "./forms.ts";

interface Props {
  ticketId: string;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

export default function TransferForm({ ticketId, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const own = session.status === "authenticated" ? session.user.email : undefined;
  const { submit, field, failure, busy } = useCheckedForm(transferForm(own), { email: "", name: "" }, async ({ email, name }) => {
    await offer(ticketId, { email, ...(name && { name }) });
    await onDone();
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <p className="text-sm text-soft">{t("transfer.give_text")}</p>
      <ProblemNotice error={failure} />
      <Field label={t("transfer.email")} type="email" inputMode="email" autoComplete="off" {...field("email")} />
      <Field label={t("transfer.name")} autoComplete="off" {...field("name")} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" className="flex-1" busy={busy}>
          {t("transfer.send")}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
