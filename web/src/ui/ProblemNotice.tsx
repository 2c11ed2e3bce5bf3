import { asProblem } from "../lib/problem.ts";
import { useTranslation } from "../lib/words.ts";
import { Notice } from "./Notice.tsx";
import { problemText } from "./problem_text.ts";

/** A refusal in the reader's language: what happened, and what to do next. */
export function ProblemNotice({ error, className = "" }: { error: unknown; className?: string }) {
  const { i18n } = useTranslation();
  if (!error) return null;
  const { title, next, known } = problemText(error, i18n);
  const { request_id } = asProblem(error).body;
  return (
    <Notice tone="bad" title={title} className={className}>
      <p>{next}</p>
      {!known && request_id && <p className="mt-1 font-mono text-xs opacity-70">{request_id}</p>}
    </Notice>
  );
}
