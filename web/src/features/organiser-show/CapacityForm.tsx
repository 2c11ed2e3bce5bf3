import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { showQuery } from "../../lib/catalogue.ts";
import { formatCount } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { capacitiesQuery, lowest, setCapacity, toldBy, typedCapacity, type ZoneCapacity } from "./capacity.ts";

type News = { kind: "saved" } | { kind: "below" | "meanwhile"; mine: number; now: ZoneCapacity } | { kind: "failed"; error: unknown };

const square = "grid size-12 shrink-0 place-items-center rounded-md border-[1.5px] border-rule bg-card hover:bg-sunk disabled:opacity-40";

/** How many of one zone may be taken. What is typed stays, whatever the others write meanwhile. */
export function CapacityForm({ show, zone }: { show: string; zone: ZoneCapacity }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const wrong = useId();
  const [mine, setMine] = useState<{ text: string; was: number }>(); // since it was touched
  const [news, setNews] = useState<News>();
  const [busy, setBusy] = useState(false);
  const { text, was } = mine ?? { text: String(zone.capacity), was: zone.capacity };
  const typed = typedCapacity(text, zone.plan_capacity);
  const write = (next: string) => {
    setNews(undefined);
    setMine({ text: next, was });
  };
  const keep = async (now: ZoneCapacity) => {
    const { queryKey } = capacitiesQuery(show);
    await queries.cancelQueries({ queryKey });
    queries.setQueryData(queryKey, (zones) => zones?.map((each) => (each.zone_id === now.zone_id ? now : each)));
  };
  const save = async (capacity: number, over: number) => {
    setBusy(true);
    setNews(undefined);
    setMine({ text: String(capacity), was: over });
    try {
      await keep(await setCapacity(show, zone.zone_id, capacity, over));
      setMine(undefined);
      setNews({ kind: "saved" });
      void queries.invalidateQueries({ ...showQuery(show), exact: true });
    } catch (error) {
      const told = toldBy(error, zone);
      if (told) {
        await keep(told.now);
        setMine({ text: String(capacity), was: told.now.capacity });
      }
      setNews(told ? { kind: told.below ? "below" : "meanwhile", mine: capacity, now: told.now } : { kind: "failed", error });
    }
    setBusy(false);
  };
  const count = (places: number) => formatCount(places, language);
  const step = (by: number) => write(String((typed ?? zone.capacity) + by));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== undefined) void save(typed, was);
      }}
      noValidate
      className="mt-4 flex flex-col gap-4"
    >
      <div className="flex flex-wrap items-end gap-2">
        <Field className="w-32" label={t("capacity.label")} inputMode="numeric" autoComplete="off" maxLength={8} value={text} onChange={(event) => write(event.target.value)} aria-invalid={typed === undefined || undefined} aria-describedby={typed === undefined ? wrong : undefined} />
        <button type="button" className={square} aria-label={t("capacity.less")} disabled={(typed ?? zone.capacity) <= 0} onClick={() => step(-1)}>
          <Icon name="minus" className="size-4" />
        </button>
        <button type="button" className={square} aria-label={t("capacity.more")} disabled={(typed ?? zone.capacity) >= zone.plan_capacity} onClick={() => step(1)}>
          <Icon name="plus" className="size-4" />
        </button>
        <Button type="submit" look="ink" size="md" className="min-h-12 grow sm:grow-0" busy={busy} disabled={typed === undefined}>
          {t("account.save")}
        </Button>
      </div>
      {typed === undefined && <p id={wrong} className="text-sm font-semibold text-bad">{t("capacity.wrong", { plan: count(zone.plan_capacity) })}</p>}
      {news?.kind === "saved" && <Notice tone="good">{t("capacity.saved", { capacity: count(zone.capacity) })}</Notice>}
      {news?.kind === "meanwhile" && <Notice tone="warn">{t("capacity.meanwhile", { theirs: count(news.now.capacity), mine: count(news.mine) })}</Notice>}
      {news?.kind === "below" && (
        <Notice tone="bad" title={t("capacity.below_title", { mine: count(news.mine) })}>
          <p>{t("capacity.below", { sold: count(news.now.sold), held: count(news.now.held), house: count(news.now.house), lowest: count(lowest(news.now)) })}</p>
          <Button look="plain" size="sm" className="mt-3 py-1.5 text-ink" onClick={() => void save(lowest(news.now), news.now.capacity)}>
            {t("capacity.set_lowest", { lowest: count(lowest(news.now)) })}
          </Button>
        </Notice>
      )}
      {news?.kind === "failed" && <ProblemNotice error={news.error} />}
    </form>
  );
}
