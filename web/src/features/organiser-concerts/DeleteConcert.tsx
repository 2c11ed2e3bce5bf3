import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { useTranslation } from "../../lib/words.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { concertQuery, concertsQuery, removeConcert, showsQuery, type Concert } from "./api.ts";

/** Of a concert that was never public, with all that goes with it; nothing while that is not known. */
export function DeleteConcert({ organisation, concert }: { organisation: string; concert: Concert }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: shows } = useQuery(showsQuery(organisation, concert.id));
  if (!shows || shows.some(({ was_published }) => was_published)) return null;
  const remove = async () => {
    await removeConcert(organisation, concert.id);
    await navigate(`/organiser/${organisation}/concerts`, { replace: true });
    queries.removeQueries(concertQuery(organisation, concert.id));
    await queries.invalidateQueries(concertsQuery(organisation));
  };
  const goes = (
    <>
      <p className="font-bold break-words">
        {concert.artist} · {concert.title}
      </p>
      <p className="mt-2">{t(concert.poster_url ? "written.goes_with_poster" : "written.goes_with_words")}</p>
      {shows.length > 0 && <p className="mt-2">{t("written.goes_with_shows", { count: shows.length })}</p>}
      <p className="mt-2">{t("written.gone_for_good")}</p>
    </>
  );
  return (
    <div className="mt-10 border-t-[1.5px] border-rule pt-6">
      <ConfirmButton look="danger" question={t("written.delete_concert_question")} text={goes} action={t("written.delete_concert")} onConfirm={remove}>
        {t("written.delete_concert")}
      </ConfirmButton>
    </div>
  );
}
