import { useMutation, useQuery } from "@tanstack/react-query";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { audienceQuery, sendMessage, testMessage, type Message } from "./api.ts";
import { audienceWish, messageFields } from "./forms.ts";
import { Preview } from "./Preview.tsx";

interface Props {
  message: Message;
  /** What stands in the form is not what was saved. */
  dirty: boolean;
  onChange: (message: Message) => void;
}

/** What was saved: how the mail looks, a test of it to oneself, and the sending. */
export function Ready({ message, dirty, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: count } = useQuery(audienceQuery(message.show_id, audienceWish(messageFields(message).whom)));
  const test = useMutation({ mutationFn: () => testMessage(message.id), onSuccess: () => onChange({ ...message, tested: true }) });
  const send = async () => onChange(await sendMessage(message.id, message.version));
  const number = (count ?? 0).toLocaleString(language);
  if (dirty) return <p className="panel p-5 text-soft sm:p-7">{t("messages.save_first")}</p>;
  return (
    <div className="panel flex min-w-0 flex-col gap-6 p-5 sm:p-7">
      <Preview message={message} />
      <section className="flex flex-col items-start gap-4">
        <Button look={message.tested ? "plain" : "ink"} busy={test.isPending} onClick={() => test.mutate()}>
          {t("messages.test")}
        </Button>
        <ProblemNotice error={test.error} className="w-full" />
        {test.data && (
          <Notice tone="good" className="w-full">
            {t("messages.tested", { address: test.data.sent_to })}
          </Notice>
        )}
        {!message.tested && <p className="text-sm text-soft">{t("messages.test_first")}</p>}
        <ConfirmButton look="main" disabled={!message.tested || !count} question={t("messages.send_question", { count: count ?? 0, number })} text={t("messages.send_text")} action={t("messages.send_now")} onConfirm={send}>
          {t("messages.send", { count: count ?? 0, number })}
        </ConfirmButton>
      </section>
    </div>
  );
}
