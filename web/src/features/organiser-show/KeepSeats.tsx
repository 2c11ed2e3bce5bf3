import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { free } from "../../lib/availability.ts";
import { serverNow } from "../../lib/clock.ts";
import type { Hall } from "../../lib/hall.ts";
import { fieldErrors, isProblem } from "../../lib/problem.ts";
import { useAvailability } from "../../lib/use_availability.ts";
import { zoneName } from "../../lib/wall_clock.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { Stepper } from "../../ui/Stepper.tsx";
import type { Show } from "./api.ts";
import { houseQuery, keepSeats } from "./house_api.ts";
import { untilOf } from "./house_until.ts";
import { byRows, toggled, type ChooseSeats } from "../../lib/seat_choice.ts";

const most = 500; // of one group

interface Props {
  show: Show;
  hall: Hall;
  seats: ChooseSeats;
  onDone: () => void;
}

function Chosen({ hall, seats }: { hall: Hall; seats: readonly number[] }) {
  const { t } = useTranslation();
  if (seats.length === 0) return <p className="text-soft">{t("house.nothing_chosen")}</p>;
  return (
    <ul className="grid gap-1" aria-label={t("house.chosen")}>
      {byRows(hall, seats).map(({ section, row, marks }) => (
        <li key={`${section}.${row}`}>
          {section} · <span className="numerals font-bold">{row} {marks}</span>
        </li>
      ))}
    </ul>
  );
}

/** A new group: its name and its seats, or its standing places. */
export function KeepSeats({ show, hall, seats, onDone }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { availability } = useAvailability(show.id, hall.count);
  const [name, setName] = useState("");
  const [wallClock, setWallClock] = useState("");
  const [late, setLate] = useState(false);
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const [standing, setStanding] = useState<Readonly<Record<string, number>>>({});
  const chosen = [...picked].filter((no) => availability.states[no] === free);
  const quantities = Object.entries(standing).filter(([, quantity]) => quantity > 0);
  const count = chosen.length || quantities.reduce((sum, [, quantity]) => sum + quantity, 0);
  const places = chosen.length > 0 ? { seat_nos: chosen.sort((a, b) => a - b) } : { standing: quantities.map(([zone_id, quantity]) => ({ zone_id, quantity })) };
  const keep = useMutation({
    mutationFn: (lapse: { until?: string }) => keepSeats(show.id, { name: name.trim(), ...lapse, ...places }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: houseQuery(show.id).queryKey });
      onDone();
    },
    onError: (error) => {
      if (fieldErrors(error)["until"]) setLate(true);
      if (isProblem(error, "seats-taken")) setPicked(new Set(chosen.filter((no) => !error.body.seat_nos?.includes(no))));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lapse = untilOf(wallClock, show, serverNow());
    setLate(!lapse);
    if (name.trim() && count > 0 && lapse) keep.mutate(lapse);
  };
  const standingZones = hall.zones.filter(({ kind }) => kind === "standing");
  return (
    <form onSubmit={submit} className="grid gap-6">
      <h2 className="shout text-3xl">{t("house.new")}</h2>
      <Field label={t("house.for_whom")} hint={t("house.for_whom_hint")} value={name} maxLength={60} autoComplete="off" className="max-w-lg" onChange={(event) => setName(event.target.value)} />
      <Field label={t("house.until_when", { zone: zoneName(show.venue.timezone) })} hint={t("house.until_hint")} type="datetime-local" value={wallClock} className="max-w-lg" error={late ? t("house.until_wrong") : undefined} onChange={(event) => setWallClock(event.target.value)} />
      {hall.count > 0 && (
        <div>
          <p className="mb-1.5 text-sm font-bold">{t("house.seats")}</p>
          {seats({ hall, states: availability.states, selected: new Set(chosen), onSeat: (no) => (picked.has(no) || availability.states[no] === free) && setPicked(toggled(picked, no, most)) })}
        </div>
      )}
      {chosen.length === 0 && standingZones.length > 0 && (
        <ul className="grid max-w-lg gap-3">
          {standingZones.map((zone) => (
            <li key={zone.id} className="flex flex-wrap items-center justify-between gap-3">
              <span className="font-bold">{zone.name}</span>
              <Stepper value={standing[zone.id] ?? 0} max={Math.min(most, availability.zones.get(zone.id) ?? 0)} label={zone.name} less={t("house.fewer")} more={t("house.more")} onChange={(value) => setStanding({ ...standing, [zone.id]: value })} />
            </li>
          ))}
        </ul>
      )}
      {hall.count > 0 && <Chosen hall={hall} seats={chosen} />}
      {!late && <ProblemNotice error={keep.error} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={keep.isPending} disabled={!name.trim() || count === 0}>
          {t("house.keep", { count })}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
