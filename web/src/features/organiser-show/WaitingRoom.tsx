import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod/mini";
import type { components } from "../../contract/booking.ts";
import { booking, read } from "../../lib/api.ts";
import { formatCount } from "../../lib/money.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { Ruled } from "./api.ts";

type Room = components["schemas"]["WaitingRoomOfShow"];
type Settings = components["schemas"]["WaitingRoomSettings"];

const at = (id: string) => ({ params: { path: { id } } });
const liveMs = 5000;
const roomQuery = (show: string) => queryOptions({ queryKey: ["show", show, "waiting room"], queryFn: () => read(booking.GET("/api/shows/{id}/waiting-room", at(show))), staleTime: 0, refetchInterval: liveMs });

const usual: Required<Settings> = { shoppers: 100, turn_s: 600, gathers_s: 3600 };
const whole = (most: number, message: string) => z.string().check(z.trim(), z.refine((value) => /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= most, message));
/** As the service names them; times in minutes while they are typed. */
const form = z.object({ shoppers: whole(1_000_000, "room.shoppers_wrong"), turn_s: whole(60, "room.turn_wrong"), gathers_s: whole(1440, "room.gathers_wrong") });
const minutes = (seconds: number) => String(Math.max(1, Math.round(seconds / 60)));

function Figures({ room }: { room: Room }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {(["arrived", "waiting", "admitted", "per_minute"] as const).map((name) => (
        <div key={name} className="rounded-md bg-sunk p-3">
          <dt className="text-sm">{t(`room.${name}`)}</dt>
          <dd className="numerals mt-1 text-2xl" data-testid={`room-${name}`}>
            {room[name] === null ? "–" : formatCount(room[name], language)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Off({ show, room }: { show: Ruled; room: Room }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const off = async () => {
    await read(booking.DELETE("/api/shows/{id}/waiting-room", at(show.id)));
    await queries.invalidateQueries({ queryKey: ["show", show.id] });
  };
  const text = room.waiting > 0 ? t("room.off_waiting", { count: room.waiting, people: formatCount(room.waiting, language) }) : t("room.off_now");
  return (
    <ConfirmButton look="danger" question={t("room.off_question")} text={text} action={t("room.switch_off")} onConfirm={off}>
      {t("room.switch_off")}
    </ConfirmButton>
  );
}

function SettingsForm({ show, room }: { show: Ruled; room: Room }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [saved, setSaved] = useState(false);
  const { shoppers, turn_s = usual.turn_s, gathers_s = usual.gathers_s } = room.settings ?? usual;
  const defaults = { shoppers: String(shoppers), turn_s: minutes(turn_s), gathers_s: minutes(gathers_s) };
  const { submit, field, failure, busy } = useCheckedForm(form, defaults, async (fields) => {
    setSaved(false);
    const body = { shoppers: Number(fields.shoppers), turn_s: 60 * Number(fields.turn_s), gathers_s: 60 * Number(fields.gathers_s) };
    const fresh = await read(booking.PUT("/api/shows/{id}/waiting-room", { ...at(show.id), body }));
    await queries.cancelQueries(roomQuery(show.id));
    queries.setQueryData(roomQuery(show.id).queryKey, fresh);
    setSaved(true);
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
      <div className="grid items-start gap-4 md:grid-cols-3">
        <Field label={t("room.shoppers")} inputMode="numeric" autoComplete="off" maxLength={7} hint={t("room.shoppers_hint")} {...field("shoppers")} />
        <Field label={t("room.turn")} inputMode="numeric" autoComplete="off" maxLength={2} hint={t("room.turn_hint")} {...field("turn_s")} />
        <Field label={t("room.gathers")} inputMode="numeric" autoComplete="off" maxLength={4} hint={t("room.gathers_hint")} {...field("gathers_s")} />
      </div>
      <ProblemNotice error={failure} />
      {saved && room.settings && <Notice tone="good">{t("room.saved")}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="ink" busy={busy}>
          {t(room.settings ? "account.save" : "room.switch_on")}
        </Button>
        {room.settings && <Off show={show} room={room} />}
      </div>
    </form>
  );
}

/** Whether the show sells through a waiting room, how, and who is in it now. */
export function WaitingRoom({ show }: { show: Ruled }) {
  const { t } = useTranslation();
  const { data: room, error, refetch } = useQuery(roomQuery(show.id));
  return (
    <section className="panel mt-6 flex min-w-0 flex-col gap-5 p-5 sm:p-7" data-testid="waiting-room">
      <h2 className="flex flex-wrap items-center gap-3">
        <span className="shout text-3xl">{t("room.title")}</span>
        {room?.settings && <Badge tone="good">{t("room.on")}</Badge>}
      </h2>
      <p className="max-w-prose text-sm text-soft">{t("room.text")}</p>
      {error && !room && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!room && !error && <Skeleton className="h-40" />}
      {room && (
        <>
          <p className="text-sm">{t(room.settings ? "room.on_text" : "room.off")}</p>
          {room.settings && <Figures room={room} />}
          <SettingsForm show={show} room={room} />
        </>
      )}
    </section>
  );
}
