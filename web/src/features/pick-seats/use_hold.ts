import { useMutation } from "@tanstack/react-query";
import { useLocation, useNavigate } from "react-router";
import { keep } from "../../lib/keep.ts";
import { loginPath } from "../../lib/next_path.ts";
import { needsAccessCode, refuseAccessCode, withAccessCode } from "../../lib/presale.ts";
import { isProblem } from "../../lib/problem.ts";
import { session, settle } from "../../lib/session.ts";
import { createHold } from "./api.ts";
import { holdRequest, type Selection } from "./selection.ts";

/** Holds what is chosen and goes on to the checkout; by way of the login page when nobody is logged in, or of the
 *  waiting room when it is not their turn. */
export function useHold(showId: string, onTaken: (seats: number[]) => void) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const mutation = useMutation({
    mutationFn: async (selection: Selection) => {
      await settle();
      if (session.get().status !== "authenticated") return undefined;
      return createHold(showId, withAccessCode(showId, holdRequest(selection)));
    },
    onSuccess: (hold) => {
      if (!hold) return void navigate(loginPath(pathname + search));
      keep(`hold.${showId}`, hold.id);
      keep(`selection.${showId}`, undefined);
      void navigate(`/checkout/${hold.id}`);
    },
    onError: (error) => {
      if (isProblem(error, "seats-taken")) onTaken(error.body.seat_nos ?? []);
      if (isProblem(error, "waiting-room")) void navigate(`/shows/${showId}/queue`); // what is chosen is kept until they are back
      if (needsAccessCode(error)) refuseAccessCode(showId);
      if (isProblem(error, "unauthenticated")) void navigate(loginPath(pathname + search));
    },
  });
  const shown = isProblem(mutation.error, "seats-taken") || isProblem(mutation.error, "waiting-room") || needsAccessCode(mutation.error) ? null : mutation.error;
  return { hold: mutation.mutate, busy: mutation.isPending, error: shown };
}
