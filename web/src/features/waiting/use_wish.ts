// What a guest asked for before logging in, in this tab: done, or asked on, when they are back at the page.
import { useEffect, useRef } from "react";
import { useLocation, useNavigate } from "react-router";
import { keep, kept } from "../../lib/keep.ts";
import { loginPath } from "../../lib/next_path.ts";
import { useSession } from "../../lib/use_session.ts";

/** Calls `act` at once for who is logged in; for a guest when they are back. */
export function useWish(name: string, act: () => void): () => void {
  const { status } = useSession();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (status !== "authenticated" || !kept(name)) return;
    keep(name, undefined);
    latest.current();
  }, [status, name]);
  return () => {
    if (status === "authenticated") return act();
    keep(name, true);
    void navigate(loginPath(pathname + search));
  };
}
