import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { membersQuery, showsQuery, type Topic } from "./api.ts";

const topics: readonly Topic[] = ["shows", "rules", "promo_codes", "halls", "messages", "webhooks", "bookings", "places"];
export type Kind = Topic | "team" | undefined;

export interface Chosen {
  kind: Kind;
  who: string | undefined;
  show: string | undefined;
}

/** Kept in the address, so that it can be sent to somebody, and the back button takes a choice back. */
export function useFilters(runsAll: boolean): [Chosen, (name: keyof Chosen, value: string) => void, () => void] {
  const [search, setSearch] = useSearchParams();
  const kinds: readonly string[] = runsAll ? [...topics, "team"] : topics;
  const digits = (name: string) => /^\d{1,19}$/.exec(search.get(name) ?? "")?.[0];
  const kind = kinds.find((each) => each === search.get("kind")) as Kind;
  const choose = (name: keyof Chosen, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next);
  };
  return [{ kind, who: digits("who"), show: digits("show") }, choose, () => setSearch({})];
}

interface Props {
  organisation: string;
  runsAll: boolean;
  chosen: Chosen;
  choose: (name: keyof Chosen, value: string) => void;
  /** Who was seen in the list, by id. */
  people: ReadonlyMap<string, string>;
}

export function Filters({ organisation, runsAll, chosen, choose, people }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: members = [] } = useQuery({ ...membersQuery(organisation), enabled: runsAll });
  const { data: shows = [] } = useQuery(showsQuery(organisation));
  const everybody = new Map([...people, ...members.map(({ user_id, name }) => [user_id, name] as const)]);
  if (chosen.who && !everybody.has(chosen.who)) everybody.set(chosen.who, t("activity.former"));
  const known = shows.map(({ id, title, starts_at, timezone }) => [id, `${title} · ${dayAndTime(starts_at, language, timezone)}`] as const);
  const other = chosen.show && !shows.some(({ id }) => id === chosen.show) ? [[chosen.show, t("activity.this_show")] as const] : [];
  const kinds = [...topics, ...(runsAll ? (["team"] as const) : [])].map((each) => [each, t(`activity.kind_${each}`)] as const);
  return (
    <form className="mb-8 grid gap-4 sm:grid-cols-3" onSubmit={(event) => event.preventDefault()}>
      <SelectField label={t("activity.kind")} value={chosen.kind ?? ""} onChange={(event) => choose("kind", event.target.value)} options={[["", t("activity.kind_all")], ...kinds]} />
      <SelectField label={t("activity.who")} value={chosen.who ?? ""} onChange={(event) => choose("who", event.target.value)} options={[["", t("activity.who_all")], ...everybody]} />
      <SelectField label={t("activity.show")} value={chosen.show ?? ""} onChange={(event) => choose("show", event.target.value)} options={[["", t("activity.show_all")], ...other, ...known]} />
    </form>
  );
}
