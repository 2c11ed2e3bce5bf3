import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "react-router";
import { useServerNow } from "../../lib/use_now.ts";
import { useTranslation } from "../../lib/words.ts";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { deviceQuery } from "./api.ts";
import { codeInHash } from "./code.ts";
import type { EnrolledDevice } from "./device_key.ts";
import { EnrolForm } from "./EnrolForm.tsx";
import { GateFrame } from "./GateFrame.tsx";
import { Ready } from "./Ready.tsx";

/** A telephone becomes a gate device, or shows that it is one. Nobody is logged in here. */
export default function EnrolPage() {
  const { t } = useTranslation();
  const { hash } = useLocation();
  const queries = useQueryClient();
  const now = useServerNow(60_000);
  const { data, isPending } = useQuery(deviceQuery);
  const device = data && Date.parse(data.expires_at) > now ? data : null;
  const become = (next: EnrolledDevice | null) => queries.setQueryData(deviceQuery.queryKey, next);
  return (
    <GateFrame title={t(device ? "gate.ready" : "gate.title")}>
      <title>{`${t("gate.title")} · Gelora`}</title>
      {isPending && <Skeleton className="h-40" />}
      {device && <Ready device={device} onForgotten={() => become(null)} />}
      {!isPending && !device && <EnrolForm first={codeInHash(hash)} onEnrolled={become} />}
    </GateFrame>
  );
}
