import { lazy, Suspense, useState } from "react";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { rehearse } from "./api.ts";
import { following, rehearsalForm, typedAtFirst, wishOf, type Advice, type Run } from "./rehearsal.ts";
import { useHeadline } from "./use_span.ts";

const Result = lazy(async () => ({ default: (await import("./RehearsalResult.tsx")).RehearsalResult }));

const rooms = ["as_is", "none", "with"] as const;

/** A made-up crowd buys from a copy of the show; what came of it, and what might be set otherwise. */
export function Rehearsal({ show }: { show: { id: string; zones: readonly { capacity: number }[] } }) {
  const { t } = useTranslation();
  const headline = useHeadline();
  const [played, setPlayed] = useState<readonly Run[]>([]);
  const [room, setRoom] = useState("as_is");
  const places = show.zones.reduce((sum, { capacity }) => sum + capacity, 0);
  const { submit, field, failure, busy, form } = useCheckedForm(rehearsalForm(room), typedAtFirst(places), async (typed) => {
    const found = await rehearse(show.id, wishOf(typed, played[0]?.found.machine));
    setPlayed((before) => [{ typed, found }, ...before].slice(0, 8));
  });
  const last = played[0];
  const follow = (advice: Advice) => {
    const typed = last && following(advice, last);
    if (!typed) return;
    form.reset(typed);
    setRoom(typed.room);
    requestAnimationFrame(() => void submit()); // with the fields that the choice brings in
  };
  return (
    <div className="flex flex-col gap-6" data-testid="rehearsal">
      <form onSubmit={(event) => void submit(event)} noValidate className="panel flex min-w-0 flex-col gap-5 p-5 sm:p-7">
        <h2 className="shout text-3xl">{t("rehearsal.title")}</h2>
        <p className="max-w-prose text-sm text-soft">{t("rehearsal.text")}</p>
        <div className="grid items-start gap-4 md:grid-cols-3">
          <Field label={t("rehearsal.fans")} inputMode="numeric" autoComplete="off" maxLength={6} hint={t("rehearsal.fans_hint")} {...field("fans")} />
          <Field label={t("rehearsal.minutes")} inputMode="numeric" autoComplete="off" maxLength={3} hint={t("rehearsal.minutes_hint")} {...field("minutes")} />
          <Field label={t("rehearsal.paying")} inputMode="numeric" autoComplete="off" maxLength={3} hint={t("rehearsal.paying_hint")} {...field("paying")} />
          <SelectField label={t("rehearsal.room")} options={rooms.map((each) => [each, t(`rehearsal.room_${each}`)])} {...field("room")} onChange={(event) => { form.setValue("room", event.target.value); setRoom(event.target.value); }} />
          {room === "with" && <Field label={t("room.shoppers")} inputMode="numeric" autoComplete="off" maxLength={7} {...field("shoppers")} />}
          {room === "with" && <Field label={t("room.turn")} inputMode="numeric" autoComplete="off" maxLength={2} {...field("turn")} />}
          <Field label={t("rehearsal.hold")} inputMode="numeric" autoComplete="off" maxLength={2} hint={t("rehearsal.hold_hint")} {...field("hold")} />
        </div>
        <ProblemNotice error={failure} />
        <Button type="submit" look="ink" busy={busy} className="self-start">
          {t(last ? "rehearsal.again" : "rehearsal.start")}
        </Button>
        <p role="status" className={busy ? "text-sm text-soft" : "sr-only"}>{busy ? t("rehearsal.plays") : last && headline(last.found)}</p>
      </form>
      {last && (
        <Suspense fallback={<Skeleton className="h-96" />}>
          <Result played={played} onFollow={follow} busy={busy} />
        </Suspense>
      )}
    </div>
  );
}
