import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "../../lib/words.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Poster } from "../../ui/Poster.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { removePoster, sendPoster, type Concert } from "./api.ts";

/** The poster as it will be seen; a new one is sent as soon as it is chosen, and without one it is drawn from the colours. */
export function PosterPicker({ organisation, concert, onChange }: { organisation: string; concert: Concert; onChange: (concert: Concert) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [part, setPart] = useState(0);
  const send = useMutation({ mutationFn: (file: File) => sendPoster(organisation, concert.id, file, setPart), onSuccess: onChange });
  const choose = (file: File | undefined) => {
    setPart(0);
    if (file) send.mutate(file);
  };
  return (
    <section className="panel flex flex-wrap items-start gap-5 p-5 sm:p-7">
      <div className="aspect-[3/4] w-36 overflow-hidden rounded-md">
        <Poster seed={concert.poster_seed} colours={concert.colours} url={concert.poster_url} sizes="9rem" />
      </div>
      <div className="min-w-0 flex-1 basis-56">
        <label htmlFor={id} className="mb-1.5 block text-sm font-bold">
          {t("written.poster")}
        </label>
        <input id={id} type="file" accept="image/jpeg,image/png,image/webp" disabled={send.isPending} aria-describedby={`${id}-hint`} className="w-full text-sm file:mr-3 file:min-h-11 file:rounded-md file:border-[1.5px] file:border-solid file:border-rule file:bg-card file:px-4 file:font-bold file:text-ink" onChange={(event) => choose(event.target.files?.[0])} />
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-soft">
          {t("written.poster_hint")}
        </p>
        {send.isPending && <progress className="mt-3 w-full" value={part} max={1} aria-label={t("written.poster_sending")} />}
        <ProblemNotice error={send.error} className="mt-3" />
        {concert.poster_url && (
          <ConfirmButton look="danger" className="mt-4" disabled={send.isPending} question={t("written.remove_poster_question")} text={t("written.remove_poster_text")} action={t("written.remove_poster")} onConfirm={async () => onChange(await removePoster(organisation, concert.id))}>
            {t("written.remove_poster")}
          </ConfirmButton>
        )}
      </div>
    </section>
  );
}
