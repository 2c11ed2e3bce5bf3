import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiProblem, isProblem } from "../../lib/problem.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useFirstFocus } from "../../lib/use_first_focus.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { logIn, logInOrAsk } from "./api.ts";
import { askPasskey, CeremonyEnded, passkeysHere } from "./ceremony.ts";
import { challengesOf } from "./challenge.ts";
import { secondStepForm } from "./forms.ts";
import { Or, type FirstStep } from "./LoginForm.tsx";
import type { PasskeyRequest } from "./passkey.ts";
import { PasskeyNotice } from "./PasskeyNotice.tsx";

/** The password was right; a passkey, a code of the app or a recovery code opens. */
export function SecondStep({ first, onBack }: { first: FirstStep; onBack: () => void }) {
  const { t } = useTranslation();
  const { passkey: request, ...known } = first;
  const { submit, field, failure, busy, form } = useCheckedForm(secondStepForm, { code: "" }, ({ code }) => logIn({ ...known, ...(/^\d{6}$/.test(code) ? { totp: code } : { recovery_code: code }) }));
  const passkey = usePasskeyStep(known, request);
  const offered = request !== null && passkeysHere();
  const button = useFirstFocus<HTMLButtonElement>();
  const { setFocus } = form;
  useEffect(() => {
    if (!offered) setFocus("code");
  }, [offered, setFocus]);
  return (
    <div className="flex flex-col gap-5">
      {offered && (
        <>
          <PasskeyNotice error={passkey.error} />
          <Button ref={button} look="plain" size="lg" busy={passkey.isPending} disabled={busy} onClick={() => passkey.mutate()}>
            <Icon name="key" />
            {t("account.passkey_use")}
          </Button>
          <Or />
        </>
      )}
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
        <ProblemNotice error={failure} />
        <Field label={t("account.second_step_code")} inputMode="text" autoComplete="one-time-code" maxLength={20} {...field("code")} />
        <Button type="submit" size="lg" busy={busy} disabled={passkey.isPending}>
          {t("account.log_in")}
        </Button>
      </form>
      <Button look="ghost" className="self-start" onClick={onBack}>
        {t("account.start_over")}
      </Button>
    </div>
  );
}

function usePasskeyStep(known: { email: string; password: string }, first: PasskeyRequest | null) {
  const askAgain = async () => {
    const more = await logInOrAsk(known);
    if (!more?.passkey) throw new CeremonyEnded("cancelled"); // switched off meanwhile, elsewhere
    return more.passkey;
  };
  const [challenges] = useState(() => challengesOf(askAgain, first ?? undefined));
  return useMutation({
    mutationFn: async () => {
      const passkey = await askPasskey(await challenges.current());
      challenges.used();
      await logIn({ ...known, passkey }).catch((error: unknown) => {
        throw isProblem(error, "totp-invalid") ? new ApiProblem("passkey-invalid", 401) : error; // to the server it is one of the ways; here it was no code
      });
    },
  });
}
