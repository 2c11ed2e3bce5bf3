import { useState, type FormEvent } from "react";
import { accessCode, presaleRefusal, setAccessCode } from "../../lib/presale.ts";
import { useStore } from "../../lib/store.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** "I have a code": it is kept in this tab and sent with what is chosen. Whether it is right is said then. */
export function CodeForm({ showId }: { showId: string }) {
  const { t } = useTranslation();
  const refusal = useStore(presaleRefusal);
  const [changed, setChanged] = useState(false);
  const [typed, setTyped] = useState("");
  const code = changed ? undefined : accessCode(showId);
  const use = (event: FormEvent) => {
    event.preventDefault();
    if (!typed.trim()) return;
    setAccessCode(showId, typed.trim());
    setTyped("");
    setChanged(false);
  };
  if (code !== undefined)
    return (
      <Notice tone="good">
        <p className="break-words">{t("presale.with_code", { code })}</p>
        <button type="button" className="min-h-11 font-bold underline decoration-2 underline-offset-4" onClick={() => setChanged(true)}>
          {t("presale.another")}
        </button>
      </Notice>
    );
  const because = refusal?.showId === showId ? refusal.because : undefined;
  return (
    <form onSubmit={use} noValidate className="flex flex-col gap-2">
      <Field label={t("presale.have_code")} value={typed} onChange={(event) => setTyped(event.target.value)} error={because && t(`presale.${because}`)} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} />
      <Button type="submit" look="ink">
        {t("presale.use")}
      </Button>
    </form>
  );
}
