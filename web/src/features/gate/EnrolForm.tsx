import { z } from "zod/mini";
import { isProblem } from "../../lib/problem.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { enrol, NoPlaceForKey } from "./api.ts";
import { isWhole, tidyCode } from "./code.ts";
import type { EnrolledDevice } from "./device_key.ts";

const enrolForm = z.object({ code: z.string().check(z.refine((text: string) => isWhole(tidyCode(text)), "gate.code_wrong")) });

function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (error instanceof NoPlaceForKey) return <Notice tone="bad">{t("gate.no_place")}</Notice>;
  if (!isProblem(error, "token-expired")) return <ProblemNotice error={error} />;
  return (
    <Notice tone="bad" title={t("gate.code_dead")}>
      <p>{t("gate.code_dead_text")}</p>
    </Notice>
  );
}

interface Props {
  /** The code that came with the link; empty where somebody types it. */
  first: string;
  onEnrolled: (device: EnrolledDevice) => void;
}

export function EnrolForm({ first, onEnrolled }: Props) {
  const { t } = useTranslation();
  const { submit, field, failure, busy } = useCheckedForm(enrolForm, { code: first }, async ({ code }) => onEnrolled(await enrol(tidyCode(code))));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
      <p className="text-soft">{t("gate.text")}</p>
      <Refusal error={failure} />
      <Field label={t("gate.code")} placeholder="ABCD-EFGH-2345" autoComplete="off" autoCapitalize="characters" autoCorrect="off" spellCheck={false} maxLength={40} className="[&_input]:font-mono [&_input]:text-xl [&_input]:uppercase" {...field("code")} />
      <Button type="submit" size="lg" busy={busy}>
        {t("gate.enrol")}
      </Button>
    </form>
  );
}
