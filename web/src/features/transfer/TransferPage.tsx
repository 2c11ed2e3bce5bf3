import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { isProblem } from "../../lib/problem.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useSession } from "../../lib/use_session.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { LogInFirst } from "../../ui/LogInFirst.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { accept, offerQuery, type Offer } from "./api.ts";
import { OfferCard } from "./OfferCard.tsx";

function Gone() {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="bad" title={t("transfer.gone")} className="w-full">
        <p>{t("transfer.gone_text")}</p>
      </Notice>
      <ButtonLink to="/tickets" look="plain">
        {t("transfer.to_tickets")}
      </ButtonLink>
    </>
  );
}

function Open({ token, offer }: { token: string; offer: Offer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const session = useSession();
  const queries = useQueryClient();
  const acceptance = useMutation({ mutationFn: () => accept(token), onSuccess: () => queries.invalidateQueries({ queryKey: ["tickets"] }) });
  if (isProblem(acceptance.error, "transfer-gone")) return <Gone />;
  if (acceptance.data)
    return (
      <>
        <OfferCard offer={offer} />
        <Notice tone="good" title={t("transfer.taken")} className="w-full">
          <p>{t("transfer.taken_text")}</p>
        </Notice>
        <ButtonLink to={`/tickets?ticket=${acceptance.data.id}`} size="lg">
          {t("transfer.open")}
        </ButtonLink>
      </>
    );
  return (
    <>
      <p className="text-lg">
        {offer.from ? t("transfer.from", { name: offer.from }) : t("transfer.from_somebody")} {t("transfer.until", { time: dayAndTime(offer.expires_at, language, offer.timezone) })}
      </p>
      <OfferCard offer={offer} />
      <ProblemNotice error={acceptance.error} className="w-full" />
      {session.status === "anonymous" && <LogInFirst text={t("transfer.log_in_first")} />}
      {session.status === "authenticated" && (
        <Button size="lg" busy={acceptance.isPending} onClick={() => acceptance.mutate()}>
          {t("transfer.take")}
        </Button>
      )}
    </>
  );
}

/** The link of the mail leads here: what is offered, for whoever has it; and the ticket, after logging in. */
export default function TransferPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const token = search.get("token") ?? "";
  const { data: offer, error, refetch } = useQuery({ ...offerQuery(token), enabled: token !== "" });
  const gone = token === "" || isProblem(error, "transfer-gone");
  return (
    <div className="page max-w-3xl py-8 sm:py-14">
      <title>{`${t("transfer.page")} · Gelora`}</title>
      <h1 className="shout text-5xl sm:text-7xl">{t("transfer.page")}</h1>
      <div className="mt-8 flex flex-col items-start gap-5 wrap-anywhere">
        {gone && !offer && <Gone />}
        {!gone && error && !offer && <QueryProblem error={error} onRetry={() => void refetch()} />}
        {!gone && !error && !offer && <Skeleton className="h-80 w-full" />}
        {offer && <Open token={token} offer={offer} />}
      </div>
    </div>
  );
}
