import { mayRunAll, type Role } from "./roles.ts";
import { useSession } from "./use_session.ts";

/** What I am in an organisation; nothing while roles are withheld from my session. */
export function useRole(organisation: string): Role | undefined {
  const state = useSession();
  if (state.status !== "authenticated" || state.user.second_factor_needed) return undefined;
  return state.user.organisations.find(({ id }) => id === organisation)?.role ?? undefined;
}

/** Whether I may do what is of a whole organisation; an admin may, without working there. */
export function useRunsAll(organisation: string): boolean {
  const state = useSession();
  if (state.status !== "authenticated" || state.user.second_factor_needed) return false;
  const mine = state.user.organisations.find(({ id }) => id === organisation);
  return mine ? mayRunAll(mine) : state.user.roles.includes("admin");
}
