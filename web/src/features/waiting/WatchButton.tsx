import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSession } from "../../lib/use_session.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { askAnew, setWatch, watchesQuery } from "./api.ts";
import { useWish } from "./use_wish.ts";

/** "Tell me when it opens", on or off. */
export function WatchButton({ showId }: { showId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const known = useSession().status === "authenticated";
  const { data: watches } = useQuery({ ...watchesQuery, enabled: known });
  const watching = known && (watches?.some(({ show_id }) => show_id === showId) ?? false);
  const change = useMutation({
    mutationFn: (on: boolean) => setWatch(showId, on),
    onSuccess: () => askAnew(queries, watchesQuery),
  });
  const watch = useWish(`watch.${showId}`, () => change.mutate(true));
  return (
    <div className="flex flex-col gap-2">
      <Button look={watching ? "ink" : "plain"} aria-pressed={watching} busy={change.isPending} onClick={() => (watching ? change.mutate(false) : watch())} className="w-full">
        {!change.isPending && <Icon name={watching ? "check" : "bell"} className="size-4" />}
        {t("waiting.tell_me")}
      </Button>
      <p role="status" className="text-center text-sm text-soft empty:hidden">
        {watching && t("waiting.watching")}
      </p>
      <ProblemNotice error={change.error} />
    </div>
  );
}
