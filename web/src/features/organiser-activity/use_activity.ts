// Both trails of an organisation, as one list.
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { changesQuery, keysQuery, teamQuery } from "./api.ts";
import type { Chosen } from "./Filters.tsx";
import { toldChange, toldTeamChange, type Told } from "./sentences.ts";
import { merged, type Source } from "./timeline.ts";

const nothing: Source<Told> = { items: [], more: false };

export function useActivity(organisation: string, { kind, who, show }: Chosen, runsAll: boolean) {
  const { t } = useTranslation();
  const language = useLanguage();
  const reader = { t, language, timezone: undefined };
  const wanted = { changes: kind !== "team", team: runsAll && !show && (kind === undefined || kind === "team") };
  const changes = useInfiniteQuery({ ...changesQuery(organisation, { topic: kind === "team" ? undefined : kind, by: who, show }), enabled: wanted.changes });
  const team = useInfiniteQuery({ ...teamQuery(organisation, who), enabled: wanted.team });
  const { data: keys = [] } = useQuery({ ...keysQuery(organisation), enabled: runsAll });
  const asked = [...(wanted.changes ? [changes] : []), ...(wanted.team ? [team] : [])];

  const changed = wanted.changes ? (changes.data?.pages ?? []) : [];
  const joined = wanted.team ? (team.data?.pages ?? []).flatMap(({ items }) => items) : [];
  const people = new Map([...keys, ...changed.flatMap((page) => page.people)].map(({ id, name }) => [id, name] as const));
  for (const { by, by_name, user, user_name } of joined) {
    if (user && user_name) people.set(user, user_name);
    if (by && by_name) people.set(by, by_name);
  }
  const whoIs = (id: string | null) => (id === null ? t("activity.itself") : (people.get(id) ?? t("activity.former")));
  const sources = [
    wanted.changes ? { items: changed.flatMap(({ items }) => items).map((one) => toldChange(one, whoIs(one.by), organisation, runsAll, reader)), more: changes.hasNextPage } : nothing,
    wanted.team ? { items: joined.map((one) => toldTeamChange(one, whoIs(one.by), organisation, reader)), more: team.hasNextPage } : nothing,
  ];
  const { items, more, behind } = merged(sources);
  const readOn = () => Promise.all([behind[0] && changes.fetchNextPage(), behind[1] && team.fetchNextPage()]);
  return {
    items,
    people,
    more,
    readOn,
    reading: changes.isFetchingNextPage || team.isFetchingNextPage,
    loading: asked.some(({ data, error }) => !data && !error),
    error: asked.find(({ error, data }) => error && !data)?.error,
    moreError: asked.find(({ isFetchNextPageError }) => isFetchNextPageError)?.error,
    refetch: () => Promise.all(asked.map((one) => one.refetch())),
  };
}
