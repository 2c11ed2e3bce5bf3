import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { serverNow } from "../../lib/clock.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Revoked, deviceClient } from "./device_client.ts";
import type { EnrolledDevice } from "./device_key.ts";
import { GateFrame } from "./GateFrame.tsx";
import { isToday, servedShows, type Post } from "./post.ts";
import { PostForm } from "./PostForm.tsx";
import { gateServer, type OrganisationShow } from "./server.ts";

function ShowChoice({ shows, onChoose }: { shows: readonly OrganisationShow[]; onChoose: (show: OrganisationShow) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (shows.length === 0) return <EmptyState title={t("gate.no_shows")}>{t("gate.no_shows_text")}</EmptyState>;
  return (
    <ul className="flex flex-col gap-3">
      {shows.map((show) => (
        <li key={show.id}>
          <button type="button" onClick={() => onChoose(show)} className="panel flex w-full flex-col items-start gap-1 p-5 text-left hover:bg-sunk">
            {isToday(show, serverNow()) && <Badge tone="signal">{t("gate.today")}</Badge>}
            <span className="text-xl font-bold">{show.artist}</span>
            <span className="text-lg">{dayAndTime(show.starts_at, language, show.timezone)}</span>
            <span className="text-soft">{show.venue}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  device: EnrolledDevice;
  onStand: (post: Post) => void;
  onRevoked: () => void;
}

/** Which show, then which gate of it: the two things that somebody tells a telephone before the doors open. */
export function Setup({ device, onStand, onRevoked }: Props) {
  const { t } = useTranslation();
  const server = useMemo(() => gateServer(deviceClient(device.key)), [device.key]);
  const [show, setShow] = useState<OrganisationShow>();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ["gate", device.organisation_id, "shows"], queryFn: () => server.shows(device.organisation_id) });
  useEffect(() => {
    if (error instanceof Revoked) onRevoked();
  }, [error, onRevoked]);
  const shows = data && servedShows(data, serverNow());
  const back = (
    <Button look="plain" onClick={() => setShow(undefined)}>
      {t("gate.other_show")}
    </Button>
  );
  return (
    <GateFrame title={t(show ? "gate.which_gate" : "gate.which_show")} above={show ? back : <span className="text-right font-bold">{device.name}</span>}>
      {show && <PostForm show={show} server={server} first={device.name} onStand={onStand} />}
      {!show && isPending && <Skeleton className="h-40" />}
      {!show && error && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!show && shows && <ShowChoice shows={shows} onChoose={setShow} />}
    </GateFrame>
  );
}
