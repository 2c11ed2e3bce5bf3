import { connection } from "../lib/connection.ts";
import { useStore } from "../lib/store.ts";
import { useTranslation } from "../lib/words.ts";
import { Icon } from "../ui/Icon.tsx";
import { Spinner } from "../ui/Spinner.tsx";

/** `over` the page or at its top; says that the other side does not answer, and goes away by itself: requests keep being tried beneath it. */
export function ConnectionBanner({ over = false }: { over?: boolean }) {
  const { t } = useTranslation();
  const state = useStore(connection);
  return (
    <div role="status" aria-live="polite" className={`${over ? "fixed inset-x-0" : "sticky"} top-0 z-40`}>
      {state !== "fine" && (
        <div className="flex items-center justify-center gap-2.5 bg-spark px-4 py-2 text-sm font-bold text-on-spark">
          {state === "offline" ? <Icon name="wifi" className="size-4" /> : <Spinner />}
          {t(`connection.${state}`)}
        </div>
      )}
    </div>
  );
}
