import { useFirstFocus } from "../../lib/use_first_focus.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Notice } from "../../ui/Notice.tsx";

/** Shown once: it lives in the page's memory, and is gone with it. */
export function Secret({ secret, onKept }: { secret: string; onKept: () => void }) {
  const { t } = useTranslation();
  const place = useFirstFocus<HTMLDivElement>();
  return (
    <div ref={place} tabIndex={-1} className="flex flex-col gap-4 outline-none">
      <Notice tone="warn" title={t("hooks.secret_once")}>
        <p>{t("hooks.secret_text")}</p>
      </Notice>
      <code aria-label={t("hooks.secret")} data-testid="secret" className="rounded-md bg-sunk p-4 font-mono text-sm break-all select-all">
        {secret}
      </code>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={secret} label={t("hooks.copy")} />
        <Button look="ink" onClick={onKept}>
          {t("hooks.kept")}
        </Button>
      </div>
    </div>
  );
}
