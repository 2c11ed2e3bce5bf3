import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { removeShow, showQuery, showsQuery, type Show } from "./api.ts";

/** Of a draft that was never published. */
export function DeleteShow({ organisation, concert, show }: { organisation: string; concert: string; show: Show }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  if (show.was_published) return null;
  const remove = async () => {
    await removeShow(organisation, show.id);
    await navigate(`/organiser/${organisation}/concerts/${concert}`, { replace: true });
    queries.removeQueries(showQuery(organisation, show.id));
    await queries.invalidateQueries(showsQuery(organisation, concert));
  };
  const goes = (
    <>
      <p className="font-bold break-words">{dayAndTime(show.starts_at, language, show.venue.timezone)}</p>
      <p className="break-words text-soft">
        {show.venue.name} · {show.plan.name}
      </p>
      <p className="mt-2">{t("written.show_goes_with")}</p>
      <p className="mt-2">{t("written.gone_for_good")}</p>
    </>
  );
  return (
    <div className="mt-10 border-t-[1.5px] border-rule pt-6">
      <ConfirmButton look="danger" question={t("written.delete_show_question")} text={goes} action={t("written.delete_show")} onConfirm={remove}>
        {t("written.delete_show")}
      </ConfirmButton>
    </div>
  );
}
