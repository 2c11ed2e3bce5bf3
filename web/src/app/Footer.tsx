import { useTranslation } from "../lib/words.ts";
import { Wordmark } from "../ui/Wordmark.tsx";

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className="mt-20 border-t-[1.5px] border-rule">
      <div className="page flex flex-wrap items-center justify-between gap-x-8 gap-y-4 py-8 text-sm text-soft">
        <Wordmark className="text-ink" />
        <p className="max-w-md">{t("shell.promise")}</p>
        <a href="/docs/" className="font-bold text-ink underline decoration-2 underline-offset-4">
          {t("shell.docs")}
        </a>
      </div>
    </footer>
  );
}
