import { useTranslation } from "../lib/words.ts";
import { Button } from "./Button.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

export function QueryProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col items-start gap-4 py-8">
      <ProblemNotice error={error} className="w-full max-w-xl" />
      <Button look="plain" onClick={onRetry}>
        {t("common.try_again")}
      </Button>
    </div>
  );
}
