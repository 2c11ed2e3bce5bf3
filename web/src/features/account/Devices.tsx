import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { dateParts, shortDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { devicesQuery, revoke, revokeOthers, type Device } from "./api.ts";
import { deviceName } from "./device_name.ts";

function Row({ device }: { device: Device }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const end = useMutation({ mutationFn: () => revoke(device.id), onSettled: () => queries.invalidateQueries(devicesQuery) });
  const name = deviceName(device.user_agent) ?? t("account.unknown_device");
  const seen = device.last_used_at ?? device.created_at;
  return (
    <li className="flex flex-wrap items-center gap-3 border-b border-hair py-3 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="font-bold">{name}</p>
        <p className="text-sm text-soft">
          {t("account.last_seen")} {shortDate(seen, language)}, {dateParts(seen, language).time}
        </p>
        {device.address && <p className="text-sm break-all text-soft">{device.address}</p>}
        {device.second_factor && (
          <p className="mt-1 flex items-center gap-1.5 text-sm text-good">
            <Icon name="check" className="size-4" />
            {t("account.with_second_factor")}
          </p>
        )}
        <ProblemNotice error={end.error} className="mt-2" />
      </div>
      {device.current ? (
        <Badge tone="good">{t("account.this_device")}</Badge>
      ) : (
        <Button look="plain" size="sm" busy={end.isPending} onClick={() => end.mutate()} aria-label={t("account.end_session_named", { name })}>
          {t("account.end_session")}
        </Button>
      )}
    </li>
  );
}

export function Devices() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(devicesQuery);
  if (error) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-24" />;
  return (
    <>
      <ul>
        {data.map((device) => (
          <Row key={device.id} device={device} />
        ))}
      </ul>
      {data.some(({ current }) => !current) && (
        <ConfirmButton
          className="mt-4"
          question={t("account.end_others")}
          text={t("account.end_others_text")}
          action={t("account.end_others_now")}
          onConfirm={async () => {
            await revokeOthers();
            await queries.invalidateQueries(devicesQuery);
          }}
        >
          {t("account.end_others")}
        </ConfirmButton>
      )}
    </>
  );
}
