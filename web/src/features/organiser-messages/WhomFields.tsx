import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useRunsAll } from "../../lib/use_role.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { audienceQuery, type Show } from "./api.ts";
import { audienceWish, groups, type Group, type Whom } from "./forms.ts";

interface Props {
  show: Show;
  organisation: string;
  field: (name: `whom.${keyof Whom}`) => object;
  whom: Whom;
}

/** Whom it is for, and how many they are now. */
export function WhomFields({ show, organisation, field, whom }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const runsAll = useRunsAll(organisation);
  const { data, error, refetch, isFetching } = useQuery(audienceQuery(show.id, audienceWish(useDeferredValue(whom))));
  const any = ["", t("messages.any")] as const;
  const said = (Object.keys(groups) as Group[]).map((each) => [each, t(`messages.group_${each}`)] as const);
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 text-lg font-bold">{t("messages.whom")}</legend>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField label={t("messages.group")} options={said} {...field("whom.group")} />
        {runsAll && <SelectField label={t("messages.shows")} options={[["one", t("messages.this_show")], ["all", t("messages.all_shows")]]} {...field("whom.shows")} />}
        {whom.shows === "one" && show.zones.length > 1 && <SelectField label={t("messages.zone")} options={[any, ...show.zones.map(({ id, name }) => [id, name] as const)]} {...field("whom.zone_id")} />}
        <SelectField label={t("messages.admitted")} options={[any, ["yes", t("messages.admitted_yes")], ["no", t("messages.admitted_no")]]} {...field("whom.admitted")} />
        <SelectField label={t("messages.language")} options={[any, ["id", t("messages.in_id")], ["en", t("messages.in_en")]]} {...field("whom.language")} />
      </div>
      {error && data === undefined ? (
        <QueryProblem error={error} onRetry={() => void refetch()} />
      ) : (
        <p role="status" aria-busy={isFetching || undefined} data-testid="audience" className="flex flex-wrap items-baseline gap-x-2">
          <span className="numerals text-3xl">{data?.toLocaleString(language) ?? "…"}</span>
          {t("messages.bookings_now", { count: data ?? 0 })}
        </p>
      )}
    </fieldset>
  );
}
