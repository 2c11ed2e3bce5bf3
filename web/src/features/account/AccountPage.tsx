import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";
import { loginPath } from "../../lib/next_path.ts";
import { useSession } from "../../lib/use_session.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { SecondFactorNotice } from "../../ui/SecondFactorNotice.tsx";
import { logOut } from "./api.ts";
import { ChangePassword } from "./ChangePassword.tsx";
import { Devices } from "./Devices.tsx";
import { DownloadData } from "./DownloadData.tsx";
import { EraseAccount } from "./EraseAccount.tsx";
import { Group, Panel } from "./Group.tsx";
import { Passkeys } from "./Passkeys.tsx";
import { Profile } from "./Profile.tsx";
import { SecondFactor } from "./SecondFactor.tsx";

/** "/account#security" opens there: the page was not there yet when the browser looked. */
function useAnchor() {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
}

export default function AccountPage() {
  const { t } = useTranslation();
  const state = useSession();
  const navigate = useNavigate();
  const leave = useMutation({ mutationFn: async (to: string) => (await logOut(), to), onSuccess: (to) => navigate(to, { replace: true }) });
  useAnchor();
  if (state.status !== "authenticated") return null;
  const { user } = state;
  const works = user.organisations.length > 0;
  return (
    <div className="page grid gap-10 py-8 sm:py-12">
      <title>{`${t("account.title")} · Gelora`}</title>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="shout text-5xl sm:text-7xl">{t("account.title")}</h1>
        <Button look="plain" busy={leave.isPending} onClick={() => leave.mutate("/")}>
          {t("account.log_out")}
        </Button>
      </div>
      {user.second_factor_needed && (
        <SecondFactorNotice>
          <Button look="ink" size="sm" busy={leave.isPending} onClick={() => leave.mutate(loginPath("/organiser"))}>
            {t("staff.log_in_again")}
          </Button>
        </SecondFactorNotice>
      )}
      <Group id="profile" title={t("account.profile")} lead={t("account.profile_lead")}>
        <Panel title={t("account.about_me")}>
          <Profile user={user} />
        </Panel>
        <Panel title={t("account.organise")}>
          <p className="mb-5">{t(works ? "account.organise_more" : "account.organise_text")}</p>
          <ButtonLink to={works ? "/organiser" : "/organiser/new"} look="plain">
            {t(works ? "staff.mine" : "account.organise_begin")}
          </ButtonLink>
        </Panel>
      </Group>
      <Group id="security" title={t("account.security")} lead={t("account.security_lead")}>
        <Panel title={t("account.password")}>
          <ChangePassword />
        </Panel>
        <Panel title={t("account.second_factor")} lead={t("account.second_factor_text")}>
          <SecondFactor />
        </Panel>
        <Panel title={t("account.passkeys")} lead={t("account.passkeys_text")}>
          <Passkeys />
        </Panel>
        <Panel title={t("account.devices")} lead={t("account.devices_text")}>
          <Devices />
        </Panel>
      </Group>
      <Group id="data" title={t("account.data")} lead={t("account.data_lead")}>
        <Panel title={t("account.data_download")}>
          <DownloadData />
        </Panel>
        <Panel title={t("account.erase")} lead={t("account.erase_lead")}>
          <EraseAccount user={user} />
        </Panel>
      </Group>
    </div>
  );
}
