import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFirstFocus } from "../../lib/use_first_focus.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Countdown } from "../../ui/Countdown.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { devicesQuery, inviteDevice, revokeDevice, type GateCode, type Organisation } from "./api.ts";
import { deviceForm } from "./forms.ts";
import { Machines } from "./Machines.tsx";

function NewDeviceForm({ id, onCode }: { id: string; onCode: (code: GateCode) => void }) {
  const { t } = useTranslation();
  const { submit, field, failure, busy } = useCheckedForm(deviceForm, { name: "", days: "3" }, async ({ name, days }) => onCode(await inviteDevice(id, { name, days: Number(days) })));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <ProblemNotice error={failure} />
      <Field label={t("staff.label")} autoComplete="off" maxLength={60} hint={t("staff.device_hint")} {...field("name")} />
      <Field label={t("staff.days")} inputMode="numeric" autoComplete="off" maxLength={2} hint={t("staff.days_hint", { most: 30 })} {...field("days")} />
      <Button type="submit" look="ink" busy={busy} className="self-start">
        {t("staff.device_make")}
      </Button>
    </form>
  );
}

function ShownCode({ code: { name, code, qr_svg, expires_at }, onDone }: { code: GateCode; onDone: () => void }) {
  const { t } = useTranslation();
  const place = useFirstFocus<HTMLDivElement>();
  const over = useServerNow() >= Date.parse(expires_at);
  return (
    <div ref={place} tabIndex={-1} className="flex flex-col gap-4 outline-none">
      <p className="font-bold break-words">{name}</p>
      {over ? (
        <Notice tone="warn">{t("staff.code_over")}</Notice>
      ) : (
        <>
          <p>{t("staff.code_text", { address: `${location.host}/gate/enrol` })}</p>
          <img src={`data:image/svg+xml,${encodeURIComponent(qr_svg)}`} alt={t("staff.code_qr")} className="w-full max-w-60 self-center rounded-md bg-white p-2" />
          <p className="text-center font-mono text-3xl font-bold tracking-tight whitespace-nowrap select-all">{code}</p>
          <p className="text-sm text-soft">
            {t("staff.code_left")} <Countdown until={expires_at} className="text-lg text-ink" />
          </p>
        </>
      )}
      <Button look="ink" className="self-start" onClick={onDone}>
        {t(over ? "staff.code_again" : "staff.done")}
      </Button>
    </div>
  );
}

export function GateDevices({ organisation: { id } }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [code, setCode] = useState<GateCode>();
  const done = () => {
    setCode(undefined);
    void queries.invalidateQueries(devicesQuery(id));
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <section className="panel min-w-0 p-5 sm:p-7">
        <h2 className="shout text-3xl">{t("staff.gates")}</h2>
        <p className="mt-2 mb-4 text-sm text-soft">{t("staff.gates_text")}</p>
        <Machines query={{ ...devicesQuery(id), refetchInterval: code ? 5_000 : false }} none={t("staff.no_devices")} text={t("staff.device_revoke_text")} onRevoke={(device) => revokeDevice(id, device)} />
      </section>
      <section className="panel min-w-0 p-5 sm:p-7">
        <h2 className="shout mb-5 text-3xl">{t("staff.device_new")}</h2>
        {code ? <ShownCode code={code} onDone={done} /> : <NewDeviceForm id={id} onCode={setCode} />}
      </section>
    </div>
  );
}
