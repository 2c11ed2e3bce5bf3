import { useMutation } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { isProblem } from "../../lib/problem.ts";
import { useSession } from "../../lib/use_session.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { LogInFirst } from "../../ui/LogInFirst.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { accept } from "./api.ts";
import { StrongLogin } from "./StrongLogin.tsx";

function Accept({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation();
  const acceptance = useMutation({ mutationFn: () => accept(token) });
  if (acceptance.data) {
    const { id, name, role } = acceptance.data;
    return (
      <>
        <Notice tone="good" title={t("staff.accepted", { organisation: name })}>
          {role && <p>{t("staff.accepted_as", { role: t(`staff.role_${role}`) })}</p>}
        </Notice>
        <StrongLogin />
        <ButtonLink to={`/organiser/${id}`} size="lg">
          {t("staff.open", { organisation: name })}
        </ButtonLink>
      </>
    );
  }
  if (token === "" || isProblem(acceptance.error, "token-expired"))
    return (
      <>
        <Notice tone="bad" title={t("staff.invitation_dead")}>
          <p>{t("staff.invitation_dead_text", { email })}</p>
        </Notice>
        <ButtonLink to="/account" look="plain">
          {t("staff.to_account")}
        </ButtonLink>
      </>
    );
  return (
    <>
      <p>{t("staff.invitation_text", { email })}</p>
      <ProblemNotice error={acceptance.error} className="w-full" />
      <Button size="lg" busy={acceptance.isPending} onClick={() => acceptance.mutate()}>
        {t("staff.accept")}
      </Button>
    </>
  );
}

export default function InvitationPage() {
  const { t } = useTranslation();
  const state = useSession();
  const [search] = useSearchParams();
  return (
    <div className="page max-w-2xl py-8 sm:py-14">
      <title>{`${t("staff.invitation")} · Gelora`}</title>
      <h1 className="shout text-5xl sm:text-7xl">{t("staff.invitation")}</h1>
      <div className="mt-8 flex flex-col items-start gap-5 wrap-anywhere">
        {state.status === "unknown" && <Skeleton className="h-24 w-full" />}
        {state.status === "anonymous" && <LogInFirst text={t("staff.invitation_log_in")} />}
        {state.status === "authenticated" && <Accept token={search.get("token") ?? ""} email={state.user.email} />}
      </div>
    </div>
  );
}
