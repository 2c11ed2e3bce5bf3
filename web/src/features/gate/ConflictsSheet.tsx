import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import type { Conflict } from "./ledger.ts";
import { clockOf } from "./outcome.ts";

interface Props {
  open: boolean;
  conflicts: readonly Conflict[];
  timezone: string;
  onClose: () => void;
}

/** Who was let in twice while gates did not hear of each other: both times, both gates. */
export function ConflictsSheet({ open, conflicts, timezone, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const clock = (at: string) => clockOf(at, language, timezone);
  const other = ({ first_admitted_at, first_gate, void_since, reason }: Conflict) => {
    if (void_since) return t("gate.void_since", { time: clock(void_since) });
    if (first_admitted_at) return t("gate.there_at", { time: clock(first_admitted_at), gate: first_gate ?? "" });
    return reason ? t(`gate.reason.${reason}`) : "";
  };
  return (
    <Dialog open={open} onClose={onClose} label={t("gate.conflicts_title")}>
      <div className="flex flex-col gap-5 p-6">
        <h2 className="shout text-4xl">{t("gate.conflicts_title")}</h2>
        <p>{t("gate.conflicts_text")}</p>
        <ul className="flex flex-col gap-3">
          {conflicts.map((one) => (
            <li key={one.scan_id} data-testid="conflict" className="rounded-md bg-sunk p-4 text-lg">
              <strong className="block text-xl break-words">{one.name || one.seat || t("gate.nameless")}</strong>
              {one.name && one.seat && <span className="block">{one.seat}</span>}
              <span className="mt-2 block font-bold">{t("gate.here_at", { time: clock(one.scanned_at), gate: one.gate })}</span>
              <span className="block font-bold">{other(one)}</span>
            </li>
          ))}
        </ul>
        <Button look="ink" size="lg" onClick={onClose}>
          {t("gate.go_on")}
        </Button>
      </div>
    </Dialog>
  );
}
