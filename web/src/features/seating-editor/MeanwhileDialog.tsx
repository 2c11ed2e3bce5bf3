import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";

interface Props {
  open: boolean;
  onCopy: () => Promise<void>;
  onMine: () => void;
  onTheirs: () => Promise<void>;
  onLater: () => void;
}

/** Somebody else saved this plan first: what is drawn here becomes a copy, or goes over theirs, or gives way. Nothing happens by itself, and closing it decides nothing. */
export function MeanwhileDialog({ open, onCopy, onMine, onTheirs, onLater }: Props) {
  const { t } = useTranslation();
  const copy = useMutation({ mutationFn: onCopy });
  const theirs = useMutation({ mutationFn: onTheirs });
  return (
    <Dialog open={open} onClose={onLater} label={t("plans.meanwhile")}>
      <div className="flex flex-col gap-5 p-6">
        <h2 className="shout text-3xl">{t("plans.meanwhile")}</h2>
        <p>{t("plans.meanwhile_text")}</p>
        <ProblemNotice error={copy.error ?? theirs.error} />
        <div className="flex flex-col gap-3">
          <Button busy={copy.isPending} onClick={() => copy.mutate()}>
            {t("plans.mine_as_copy")}
          </Button>
          <Button look="plain" busy={theirs.isPending} onClick={() => theirs.mutate()}>
            {t("plans.take_theirs")}
          </Button>
          <Button look="plain" onClick={onMine}>
            {t("plans.mine_over_theirs")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
