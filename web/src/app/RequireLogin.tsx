import { Navigate, Outlet, useLocation } from "react-router";
import { loginPath } from "../lib/next_path.ts";
import { useSession } from "../lib/use_session.ts";
import { PageSkeleton } from "./PageSkeleton.tsx";

export function RequireLogin() {
  const { status } = useSession();
  const { pathname, search } = useLocation();
  if (status === "unknown") return <PageSkeleton />;
  if (status === "anonymous") return <Navigate to={loginPath(pathname + search)} replace />;
  return <Outlet />;
}
