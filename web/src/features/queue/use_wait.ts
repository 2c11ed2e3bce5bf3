import { useTranslation } from "../../lib/words.ts";
import { estimateOf } from "./place.ts";

/** "about 4–6 minutes", in words. */
export function useWait(ahead: number, perMinute: number | null): string {
  const { t } = useTranslation();
  const estimate = estimateOf(ahead, perMinute);
  return t(`queue.wait_${estimate.kind}`, "from" in estimate ? { from: estimate.from, to: estimate.to } : {});
}
