import { useState } from "react";
import { useTranslation } from "../../lib/words.ts";
import { Badge, type BadgeTone } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import type { FoundTicket } from "./gate.ts";

const tones: Record<FoundTicket["status"], BadgeTone> = { valid: "good", used: "warn", void: "bad", transferred: "bad", frozen: "bad" };

/** Asks once more before it lets somebody in: no code is checked here, but a face. */
export function FoundPerson({ person: { name, seat, reference, status }, onLetIn }: { person: FoundTicket; onLetIn: () => void }) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  return (
    <li data-testid="person" className="flex flex-col items-start gap-2 rounded-md bg-sunk p-4">
      <Badge tone={tones[status]}>{t(`gate.status.${status}`)}</Badge>
      <strong className="text-xl break-words">{name || t("gate.nameless")}</strong>
      <span className="text-lg">{[seat, reference].filter(Boolean).join(" · ")}</span>
      {status === "valid" && !sure && (
        <Button look="ink" size="lg" className="w-full" onClick={() => setSure(true)}>
          {t("gate.let_in")}
        </Button>
      )}
      {sure && (
        <>
          <p>{t("gate.let_in_text")}</p>
          <Button size="lg" className="w-full" onClick={onLetIn}>
            {t("gate.let_in_now")}
          </Button>
        </>
      )}
    </li>
  );
}
