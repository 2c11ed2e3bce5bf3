import { Navigate, Outlet, useLocation } from "react-router";
import { loginPath } from "../lib/next_path.ts";
import { pocket } from "../lib/pocket.ts";
import { useSession } from "../lib/use_session.ts";
import { PageSkeleton } from "./PageSkeleton.tsx";

const worksAlone = "/tickets"; // from the pocket, while nobody can be asked who is logged in

export function RequireLogin() {
  const { status } = useSession();
  const { pathname, search } = useLocation();
  if (status === "unknown") return pathname === worksAlone && pocket() ? <Outlet /> : <PageSkeleton />;
  if (status === "anonymous") return <Navigate to={loginPath(pathname + search)} replace />;
  return <Outlet />;
}
