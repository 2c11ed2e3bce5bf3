import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { readPlan } from "./api.ts";
import { Workspace, type Preview } from "./Workspace.tsx";

function Loaded({ organisation, planId, preview }: { organisation: string; planId: string; preview: Preview }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ["plans", organisation, planId, "document"], queryFn: () => readPlan(organisation, planId), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false });
  if (data) return <Workspace organisation={organisation} plan={data.plan} document={data.document} preview={preview} />;
  return (
    <main id="main" className="page py-8">
      <ButtonLink look="plain" to={`/organiser/${organisation}/plans`}>
        {t("plans.all")}
      </ButtonLink>
      {error ? <QueryProblem error={error} onRetry={() => void refetch()} /> : <Skeleton className="mt-4 h-[70dvh]" />}
    </main>
  );
}

/** `preview` shows a plan as a fan sees it. */
export default function EditorPage({ preview }: { preview: Preview }) {
  const { id = "", planId = "" } = useParams();
  return <Loaded key={planId} organisation={id} planId={planId} preview={preview} />;
}
