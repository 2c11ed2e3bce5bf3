import { useMutation } from "@tanstack/react-query";
import { Link } from "react-router";
import { asProblem } from "../../lib/problem.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { publish, withdraw, type Show } from "./api.ts";

interface Props {
  organisation: string;
  show: Show;
  onChange: (show: Show) => void;
}

const needed = ["description_id", "description_en", "starts_at", "closes_at"] as const;

/** A line of the list: what is not ready stands out. */
function Line({ ready, words }: { ready: boolean; words: string }) {
  return (
    <li className={`flex items-center gap-2 ${ready ? "" : "font-bold text-warn"}`}>
      <Icon name={ready ? "check" : "alert"} className="size-5 shrink-0" />
      {words}
    </li>
  );
}

/** What is there and what is missing, and the button that makes it public; or the way back to the drafts. */
export function Publication({ organisation, show, onChange }: Props) {
  const { t } = useTranslation();
  const run = useMutation({ mutationFn: () => (show.status === "draft" ? publish(organisation, show.id) : withdraw(organisation, show.id)), onSuccess: onChange });
  const free = show.zones.filter(({ price }) => price.amount_minor === 0);
  const taken = run.error && asProblem(run.error).body.taken;
  return (
    <section className="panel flex flex-col gap-4 p-5 sm:p-7">
      {show.status === "draft" ? (
        <>
          <h2 className="text-lg font-bold">{t("written.before_publishing")}</h2>
          <ul className="grid gap-2">
            {needed.map((name) => (
              <Line key={name} ready={!show.missing.includes(name)} words={t(`written.${show.missing.includes(name) ? "lacks" : "has"}_${name}`)} />
            ))}
            <Line ready={free.length === 0} words={free.length === 0 ? t("written.has_prices") : t("written.free_zones", { zones: free.map(({ name }) => name).join(", ") })} />
          </ul>
          <p className="text-sm text-soft">
            {t("written.rules_text")}{" "}
            <Link to="rules" className="font-bold text-ink underline decoration-2 underline-offset-4">
              {t("written.rules")}
            </Link>
          </p>
        </>
      ) : (
        <p>{t("written.is_public")}</p>
      )}
      {taken ? <Notice tone="bad">{t("written.taken", { count: taken })}</Notice> : <ProblemNotice error={run.error} />}
      <Button look={show.status === "draft" ? "main" : "plain"} busy={run.isPending} disabled={show.status === "draft" && show.missing.length > 0} className="self-start" onClick={() => run.mutate()}>
        {t(show.status === "draft" ? "written.publish" : "written.withdraw")}
      </Button>
    </section>
  );
}
