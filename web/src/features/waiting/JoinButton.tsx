import { useState } from "react";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { JoinForm } from "./JoinForm.tsx";
import { useWish } from "./use_wish.ts";

interface Props {
  showId: string;
  zone?: { id: string; name: string };
}

export function JoinButton({ showId, zone }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const ask = useWish(`join.${showId}.${zone?.id ?? "any"}`, () => setOpen(true));
  const close = () => setOpen(false);
  return (
    <>
      <Button look={zone ? "plain" : "main"} size={zone ? "sm" : "md"} onClick={ask} aria-label={zone && t("waiting.join_zone", { zone: zone.name })}>
        {t("waiting.join")}
      </Button>
      <Dialog open={open} onClose={close} label={t("waiting.join")}>
        <JoinForm showId={showId} zoneId={zone?.id} onDone={close} />
      </Dialog>
    </>
  );
}
