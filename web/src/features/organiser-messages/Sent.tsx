import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { cancelMessage, pauseMessage, resumeMessage, type Message } from "./api.ts";
import { Preview } from "./Preview.tsx";
import { SentBar } from "./SentBar.tsx";
import { tones } from "./tones.ts";

/** How far it went, and what can still be done about it. */
export function Sent({ message, onChange }: { message: Message; onChange: (message: Message) => void }) {
  const { t } = useTranslation();
  const { id, status } = message;
  const turn = useMutation({ mutationFn: () => (status === "paused" ? resumeMessage(id) : pauseMessage(id)), onSuccess: onChange });
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <section className="panel flex min-w-0 flex-col gap-5 p-5 sm:p-7" data-testid={`message-${status}`}>
        <p role="status">
          <Badge tone={tones[status]}>{t(`messages.${status}`)}</Badge>
        </p>
        <SentBar message={message} />
        {status !== "draft" && <p className="text-sm text-soft">{t(`messages.${status}_text`)}</p>}
        <ProblemNotice error={turn.error} />
        {(status === "sending" || status === "paused") && (
          <div className="flex flex-wrap gap-3">
            <Button look="ink" busy={turn.isPending} onClick={() => turn.mutate()}>
              {t(status === "paused" ? "messages.resume" : "messages.pause")}
            </Button>
            <ConfirmButton question={t("messages.cancel_question")} text={t("messages.cancel_text")} action={t("messages.cancel_now")} onConfirm={async () => onChange(await cancelMessage(id))}>
              {t("messages.cancel_now")}
            </ConfirmButton>
          </div>
        )}
      </section>
      <Preview message={message} />
    </div>
  );
}
