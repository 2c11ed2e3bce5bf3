import { useTranslation } from "../../lib/words.ts";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { CeremonyEnded } from "./ceremony.ts";

/** A ceremony that was cancelled is no alarm; what the server refuses is told as everywhere. */
export function PasskeyNotice({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!(error instanceof CeremonyEnded)) return <ProblemNotice error={error} />;
  return (
    <Notice title={t(`account.ceremony_${error.why}`)}>
      <p>{t(`account.ceremony_${error.why}_next`)}</p>
    </Notice>
  );
}
