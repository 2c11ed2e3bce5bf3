import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatMoney } from "../../lib/money.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { endPromoCode, promoCodesQuery, type PromoCode, type Ruled } from "./api.ts";
import { PromoForm } from "./PromoForm.tsx";

function Row({ promo, show }: { promo: PromoCode; show: Ruled }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const now = useServerNow(30_000);
  const { code, percent_bp, amount, max_uses, per_person, used, starts_at, ends_at, ended, zone_ids } = promo;
  const state = ended || now >= Date.parse(ends_at) ? "ended" : now < Date.parse(starts_at) ? "soon" : used >= max_uses ? "used_up" : "works";
  const saves = percent_bp === undefined ? formatMoney(amount!, language) : `${(percent_bp / 100).toLocaleString(language)}%`;
  const zones = show.zones.filter(({ id }) => zone_ids.includes(id)).map(({ name }) => name);
  const time = (at: string) => dayAndTime(at, language, show.venue.timezone);
  const count = (uses: number) => (uses >= 1_000_000 ? t("sales.no_limit") : uses.toLocaleString(language));
  const end = async () => {
    await endPromoCode(show.id, promo.id);
    await queries.invalidateQueries(promoCodesQuery(show.id));
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-hair py-4 last:border-0" data-testid="promo">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-2">
          <span className={`font-mono font-bold break-all ${state === "ended" ? "line-through" : ""}`}>{code}</span>
          <span className="font-bold text-good">−{saves}</span>
          <Badge tone={state === "works" ? "good" : state === "soon" ? "spark" : "quiet"}>{t(`sales.promo_${state}`)}</Badge>
        </p>
        <p className="mt-1 text-sm text-soft">{t("sales.promo_used", { used: used.toLocaleString(language), most: count(max_uses), each: count(per_person) })}</p>
        <p className="text-sm text-soft">{t("sales.promo_times", { from: time(starts_at), to: time(ends_at) })}</p>
        {zones.length > 0 && <p className="text-sm text-soft">{t("sales.promo_zones", { zones: zones.join(", ") })}</p>}
      </div>
      {state !== "ended" && (
        <ConfirmButton size="sm" className="min-h-11" aria-label={t("sales.promo_end_named", { code })} question={t("sales.promo_end_named", { code })} text={t("sales.promo_end_text")} action={t("sales.promo_end_now")} onConfirm={end}>
          {t("sales.promo_end")}
        </ConfirmButton>
      )}
    </li>
  );
}

function List({ show }: { show: Ruled }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(promoCodesQuery(show.id));
  if (error && !data) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-32" />;
  if (data.length === 0) return <p className="text-soft">{t("sales.no_promo_codes")}</p>;
  return (
    <ul>
      {data.map((promo) => (
        <Row key={promo.id} promo={promo} show={show} />
      ))}
    </ul>
  );
}

export function PromoCodes({ show }: { show: Ruled }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<string[]>([]);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <section className="panel min-w-0 p-5 sm:p-7">
        <h2 className="shout mb-2 text-3xl">{t("sales.promo_codes")}</h2>
        <List show={show} />
      </section>
      <section className="panel min-w-0 p-5 sm:p-7">
        <h2 className="shout mb-5 text-3xl">{t("sales.promo_new")}</h2>
        <PromoForm key={made.length} show={show} made={made.at(-1)} onMade={(code) => setMade([...made, code])} />
      </section>
    </div>
  );
}
