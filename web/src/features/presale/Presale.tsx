import { presaleState } from "../../lib/presale.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import type { components } from "../../contract/booking.ts";
import { CodeForm } from "./CodeForm.tsx";

interface Props {
  show: Pick<components["schemas"]["ShowCard"], "id" | "sale" | "venue">;
  /** Of the concert, which leads to the seats, or beside them. */
  at: "concert" | "seats";
}

/** The presale of a show whose sale is still to open: when it is, and the way in for those who have its code. */
export default function Presale({ show, at }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = presaleState(show.sale, useServerNow());
  if (state === "none") return null;
  if (state === "later") return <p className="text-center text-sm text-soft">{t("presale.from", { time: dayAndTime(show.sale.presale_opens_at!, language, show.venue.timezone) })}</p>;
  if (at === "seats") return <CodeForm showId={show.id} />;
  return (
    <ButtonLink to={`/shows/${show.id}/seats`} size="lg" className="w-full sm:w-auto">
      {t("presale.way_in")}
    </ButtonLink>
  );
}
