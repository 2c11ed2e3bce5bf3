import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { hallQuery } from "../../lib/hall_query.ts";
import type { ChooseSeats } from "../../lib/seat_choice.ts";
import { useSession } from "../../lib/use_session.ts";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { holdsQuery, letGo, sell, unansweredSale, type CounterSale, type Show } from "./api.ts";
import { Choose } from "./Choose.tsx";
import { Kept } from "./Kept.tsx";
import { refusalOf } from "./refusal.ts";
import { Refused } from "./Refused.tsx";
import { placesIn, wholeOf, type SaleWish } from "./sale.ts";
import { SellPanel } from "./SellPanel.tsx";
import { SoldNow } from "./SoldNow.tsx";
import { Unanswered } from "./Unanswered.tsx";

interface Props {
  show: Show;
  mayGive: boolean;
  seats: ChooseSeats;
}

/** One customer after the other: choose, hold, take the money, sell. */
export function Sell({ show, mayGive, seats }: Props) {
  const client = useQueryClient();
  const state = useSession();
  const me = state.status === "authenticated" ? state.user.id : "";
  const { data: groups, error, refetch } = useQuery(holdsQuery(show.id));
  const { data: hall, error: hallError, refetch: refetchHall } = useQuery(hallQuery(show.id));
  const [chosen, setChosen] = useState<string>();
  const [unanswered, setUnanswered] = useState(() => unansweredSale(show.id, me));
  const [sold, setSold] = useState<{ sale: CounterSale; change_minor: number }>();
  const anew = () => client.invalidateQueries({ queryKey: ["show", show.id, "counter"] });
  const selling = useMutation({
    mutationFn: ({ wish }: { wish: SaleWish; change_minor: number }) => sell(show.id, me, wish),
    onSuccess: (sale, { wish, change_minor }) => {
      client.setQueryData(holdsQuery(show.id).queryKey, (all = []) => all.filter(({ id }) => id !== wish.group_id)); // what is left of it comes with the next answer
      setSold({ sale, change_minor });
      setChosen(undefined);
    },
    onError: (failure) => {
      if (refusalOf(failure, "sale").gone) setChosen(undefined);
    },
    onSettled: () => {
      setUnanswered(unansweredSale(show.id, me));
      return anew();
    },
  });
  const leaving = useMutation({ mutationFn: (id: string) => letGo(show.id, id), onSettled: anew });
  const wrong = error ?? hallError;
  if (wrong && !(groups && hall)) return <QueryProblem error={wrong} onRetry={() => void Promise.all([refetch(), refetchHall()])} />;
  if (!groups || !hall) return <Skeleton className="h-96" />;
  const next = () => {
    selling.reset();
    setSold(undefined);
  };
  if (sold) return <SoldNow showId={show.id} sale={sold.sale} change_minor={sold.change_minor} onNext={next} />;
  if (unanswered) return <Unanswered error={selling.error} busy={selling.isPending} onAsk={() => selling.mutate({ wish: unanswered, change_minor: selling.variables?.change_minor ?? 0 })} />;
  const group = groups.find(({ id }) => id === chosen) ?? groups.find(({ name, by }) => name === "" && by === me);
  const kept = groups.filter(({ name }) => name !== "");
  const back = (over: boolean) => {
    selling.reset();
    setChosen(undefined);
    if (over) void anew();
    else if (group?.name === "") leaving.mutate(group.id);
  };
  return (
    <div className="grid gap-4">
      <Refused key={selling.submittedAt} error={selling.error} what="sale" />
      <ProblemNotice error={leaving.error} />
      {group ? (
        <SellPanel key={`${group.id}.${placesIn(wholeOf(group))}`} hall={hall} group={group} mayGive={mayGive} busy={selling.isPending} leaving={leaving.isPending} onBack={back} onSell={(wish, change_minor) => selling.mutate({ wish, change_minor })} />
      ) : (
        <Choose showId={show.id} hall={hall} seats={seats}>
          <Kept show={show} groups={kept} onChoose={setChosen} />
        </Choose>
      )}
    </div>
  );
}
