import { dateParts } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Notice } from "../../ui/Notice.tsx";
import type { Room } from "./use_room.ts";

/** Since when the room could not be asked: what is shown stays, and says how old it is. */
export function Stale({ room: { queue, own, entry }, timezone }: { room: Room; timezone: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const failing = (entry ? [queue, own] : [queue]).filter(({ failureCount, error, data }) => (failureCount > 0 || error) && data);
  if (failing.length === 0) return null;
  const since = new Date(Math.min(...failing.map(({ dataUpdatedAt }) => dataUpdatedAt))).toISOString();
  return (
    <div data-testid="stale">
      <Notice tone="warn">
        <p>{t("queue.stale", { time: dateParts(since, language, timezone).time })}</p>
      </Notice>
    </div>
  );
}
