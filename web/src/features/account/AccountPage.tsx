import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { User } from "../../lib/session.ts";
import { useSession } from "../../lib/use_session.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { changeProfile, logOut } from "./api.ts";
import { ChangePassword } from "./ChangePassword.tsx";
import { Devices } from "./Devices.tsx";
import { EraseAccount } from "./EraseAccount.tsx";
import { profileForm } from "./forms.ts";
import { SecondFactor } from "./SecondFactor.tsx";
import { useCheckedForm } from "../../lib/use_form.ts";

function Profile({ user }: { user: User }) {
  const { t } = useTranslation();
  const [saved, setSaved] = useState(false);
  const { submit, field, failure, busy } = useCheckedForm(profileForm, { name: user.name }, async (values) => {
    setSaved(false);
    await changeProfile(values);
    setSaved(true);
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
      <ProblemNotice error={failure} />
      {saved && <Notice tone="good">{t("account.saved")}</Notice>}
      <Field label={t("account.name")} autoComplete="name" {...field("name")} />
      <Field label={t("account.email")} value={user.email} readOnly className="opacity-70" />
      <Button type="submit" look="ink" busy={busy} className="self-start">
        {t("account.save")}
      </Button>
    </form>
  );
}

export default function AccountPage() {
  const { t } = useTranslation();
  const state = useSession();
  const navigate = useNavigate();
  const leave = useMutation({ mutationFn: logOut, onSuccess: () => navigate("/", { replace: true }) });
  if (state.status !== "authenticated") return null;
  return (
    <div className="page grid max-w-5xl gap-10 py-8 sm:py-12">
      <title>{`${t("account.title")} · Gelora`}</title>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="shout text-5xl sm:text-7xl">{t("account.title")}</h1>
        <Button look="plain" busy={leave.isPending} onClick={() => leave.mutate()}>
          {t("account.log_out")}
        </Button>
      </div>
      <div className="grid gap-6 md:grid-cols-2">
        <section className="panel p-5 sm:p-7">
          <h2 className="shout mb-5 text-3xl">{t("account.profile")}</h2>
          <Profile user={state.user} />
        </section>
        <section className="panel p-5 sm:p-7">
          <h2 className="shout mb-2 text-3xl">{t("account.devices")}</h2>
          <p className="mb-3 text-sm text-soft">{t("account.devices_text")}</p>
          <Devices />
        </section>
        <section className="panel p-5 sm:p-7">
          <h2 className="shout mb-5 text-3xl">{t("account.password")}</h2>
          <ChangePassword />
        </section>
        <section className="panel p-5 sm:p-7">
          <h2 className="shout mb-2 text-3xl">{t("account.second_factor")}</h2>
          <p className="mb-5 text-sm text-soft">{t("account.second_factor_text")}</p>
          <SecondFactor />
        </section>
        <section className="flex flex-wrap items-center justify-between gap-4 border-t border-hair pt-6 md:col-span-2">
          <p className="text-sm text-soft">{t("account.erase_lead")}</p>
          <EraseAccount user={state.user} />
        </section>
      </div>
    </div>
  );
}
