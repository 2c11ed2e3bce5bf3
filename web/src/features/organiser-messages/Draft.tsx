import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { isProblem, type ApiProblem } from "../../lib/problem.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { deleteMessage, messagesQuery, type Message, type Show } from "./api.ts";
import { emptyMessage, messageFields, messageForm, type MessageFields } from "./forms.ts";
import { Ready } from "./Ready.tsx";
import { WhomFields } from "./WhomFields.tsx";
import { Words } from "./Words.tsx";

interface Props {
  show: Show;
  organisation: string;
  /** Where the messages of the show are. */
  at: string;
  message?: Message;
  onSave: (fields: MessageFields, base: number) => Promise<Message>;
  onChange?: (message: Message) => void;
}

/** The words in both languages and whom they are for; what was saved can be looked at, tried and sent. Each version has a form of its own. */
export function Draft({ show, organisation, at, message, onSave, onChange }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [theirs, setTheirs] = useState<Message>();
  const save = async (fields: MessageFields) => {
    try {
      await onSave(fields, message?.version ?? 0);
    } catch (error) {
      if (!isProblem(error, "changed-meanwhile")) throw error;
      setTheirs((error as ApiProblem).body.current as Message);
    }
  };
  const { submit, field, failure, busy, form } = useCheckedForm(messageForm, message ? messageFields(message) : emptyMessage, save);
  const remove = async () => {
    await deleteMessage(message!.id);
    await queries.invalidateQueries(messagesQuery(show.id));
    await navigate(at, { replace: true });
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <form onSubmit={(event) => void submit(event)} noValidate className="panel flex min-w-0 flex-col gap-6 p-5 sm:p-7">
        <WhomFields show={show} organisation={organisation} field={field} whom={form.watch("whom")} />
        <Words field={field} form={form} />
        <ProblemNotice error={failure} />
        {theirs && (
          <Notice tone="warn" title={t("messages.meanwhile")}>
            <Button look="plain" size="sm" className="mt-2 min-h-11" onClick={() => onChange?.(theirs)}>
              {t("messages.take_theirs")}
            </Button>
          </Notice>
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look="ink" busy={busy} disabled={Boolean(message) && !form.formState.isDirty}>
            {t(message ? "messages.save" : "messages.create")}
          </Button>
          {message && (
            <ConfirmButton question={t("messages.delete_question")} text={t("messages.delete_text")} action={t("messages.delete")} onConfirm={remove}>
              {t("messages.delete")}
            </ConfirmButton>
          )}
        </div>
      </form>
      {message && onChange ? <Ready message={message} dirty={form.formState.isDirty} onChange={onChange} /> : <p className="panel p-5 text-soft sm:p-7">{t("messages.save_first")}</p>}
    </div>
  );
}
