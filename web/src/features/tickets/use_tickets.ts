import { useQueries, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { showQuery } from "../../lib/catalogue.ts";
import { fillPocket, pocket } from "../../lib/pocket.ts";
import { useSession } from "../../lib/use_session.ts";
import { ticketsQuery, type Show, type Ticket } from "./api.ts";

interface Mine {
  tickets: Ticket[] | undefined;
  shows: Show[] | undefined;
  /** When they were put into the pocket, where they are from there and not yet from the service. */
  as_of: string | undefined;
  error: unknown;
  retry: () => void;
}

/** My tickets with their shows: from the pocket at once, from the service as soon as it answers, and then into the pocket. */
export function useTickets(): Mine {
  const session = useSession();
  const user = session.status === "authenticated" ? session.user.id : undefined;
  const kept = pocket(user);
  const tickets = useQuery({ ...ticketsQuery, ...(kept && { placeholderData: kept.tickets }) });
  const ids = [...new Set((tickets.data ?? []).map(({ show_id }) => show_id))];
  const queries = useQueries({
    queries: ids.map((id) => {
      const before = kept?.shows.find((show) => show.id === id);
      return { ...showQuery(id), ...(before && { placeholderData: before }) };
    }),
  });
  const shows = queries.every(({ isPending }) => !isPending) ? queries.map(({ data }) => data).filter((show) => show !== undefined) : undefined;

  const fresh = tickets.data && !tickets.isPlaceholderData && shows && queries.every(({ isPlaceholderData }) => !isPlaceholderData);
  const stamp = queries.reduce((latest, { dataUpdatedAt }) => Math.max(latest, dataUpdatedAt), tickets.dataUpdatedAt);
  useEffect(() => {
    if (fresh && user) fillPocket({ user, saved_at: new Date(stamp).toISOString(), tickets: tickets.data, shows });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the lists are new at each render; `stamp` says when they are others
  }, [fresh, user, stamp]);

  return { tickets: tickets.data, shows, as_of: tickets.isPlaceholderData ? kept?.saved_at : undefined, error: tickets.error, retry: () => void tickets.refetch() };
}
