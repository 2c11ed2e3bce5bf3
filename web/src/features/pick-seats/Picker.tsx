import { Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "../../lib/words.ts";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { ActiveHold } from "./ActiveHold.tsx";
import type { Show } from "./api.ts";
import { BestTool } from "./BestTool.tsx";
import { CartLines, CartTotal } from "./Cart.tsx";
import type { Hall, HallZone } from "../../lib/hall.ts";
import { HallCanvas, type HallCanvasHandle } from "./HallCanvas.tsx";
import { Legend } from "./Legend.tsx";
import { LostSeats } from "./LostSeats.tsx";
import { PickerHead } from "./PickerHead.tsx";
import { SeatList } from "./SeatList.tsx";
import { countOf } from "./selection.ts";
import { Drawer } from "./Drawer.tsx";
import { Stranded } from "./Stranded.tsx";
import { stranded, withoutStranding } from "./stranding.ts";
import { StandingZones } from "./StandingZones.tsx";
import { bestTogether, nearestTogether, type Wish } from "./together.ts";
import { useAvailability } from "../../lib/use_availability.ts";
import { useHold } from "./use_hold.ts";
import { useSelection } from "./use_selection.ts";

function toggled(set: ReadonlySet<number>, item: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

interface Props {
  hall: Hall;
  show: Show;
  presale: ReactNode;
  waiting: (soldOut: readonly HallZone[]) => ReactNode;
  room: ReactNode;
}

/** The hall, the choice, and what to do with it. */
export function Picker({ hall, show, presale, waiting, room }: Props) {
  const { t } = useTranslation();
  const map = useRef<HallCanvasHandle>(null);
  const { availability, feed } = useAvailability(show.id, hall.count);
  const [selection, dispatch] = useSelection(show.id, hall.count, availability);
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const [list, setList] = useState(false);
  const seated = hall.count > 0;
  const [open, setOpen] = useState(!seated);
  const [noneFound, setNoneFound] = useState(false);
  const { hold, busy, error } = useHold(show.id, (seats) => dispatch({ type: "taken", seats }));
  const { states, zones } = availability;
  const limit = show.max_tickets_per_user;
  const selected = useMemo(() => new Set(selection.seats), [selection.seats]);
  const offer = useMemo(() => nearestTogether(hall, states, selection.lost, selection.seats), [hall, states, selection.lost, selection.seats]);
  const offered = useMemo(() => new Set(offer), [offer]);

  const [refusedFor, setRefusedFor] = useState<readonly number[]>();
  const alone = useMemo(() => stranded(hall, states, selection.seats), [hall, states, selection.seats]);
  const closer = useMemo(() => (alone.length > 0 ? withoutStranding(hall, states, selection.seats) : undefined), [hall, states, alone, selection.seats]);
  const goOn = () => (closer ? setRefusedFor(selection.seats) : hold(selection));

  const [shown, setShown] = useState<readonly number[]>();
  useEffect(() => {
    if (shown) map.current?.focus(shown); // once the drawer has made room
  }, [shown]);

  const toggle = (no: number) => dispatch({ type: "toggle", no, states, limit });
  const choose = (seats: readonly number[]) => {
    dispatch({ type: "choose", seats, limit });
    setShown([...seats]);
  };
  const wish = (wanted: Wish) => {
    const found = bestTogether(hall, states, wanted);
    setNoneFound(!found);
    if (found) {
      choose(found);
      setOpen(false);
    }
  };

  const notes = (
    <>
      <ActiveHold showId={show.id} />
      <Suspense>{presale}</Suspense>
      {selection.lost.length > 0 && (
        <LostSeats hall={hall} lost={selection.lost} offer={offer} onAccept={() => offer && choose(offer)} onDismiss={() => dispatch({ type: "understood" })} />
      )}
      {closer && refusedFor === selection.seats && <Stranded hall={hall} alone={alone} offer={closer} onAccept={() => choose(closer)} />}
      {selection.refused && <Notice tone="warn">{t(`seats.refused_${selection.refused}`, { limit })}</Notice>}
      <ProblemNotice error={error} />
    </>
  );
  const standing = <StandingZones hall={hall} available={zones} standing={selection.standing} limit={limit} onChange={(zoneId, quantity) => dispatch({ type: "stand", zoneId, quantity, limit })} />;
  return (
    <div className="flex h-dvh flex-col">
      <PickerHead show={show} feed={feed} list={list} onList={seated ? setList : undefined} />
      {room}
      <main className="flex min-h-0 flex-1 flex-col lg:flex-row">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <Legend hall={hall} available={zones} hidden={hidden} onToggle={(zone) => setHidden(toggled(hidden, zone))} />
          <div className="min-h-0 flex-1 border-t border-hair">
            {list ? (
              <SeatList hall={hall} states={states} selected={selected} hidden={hidden} onSeat={toggle}>
                {standing}
              </SeatList>
            ) : (
              <HallCanvas ref={map} hall={hall} states={states} selected={selected} offered={offered} hidden={hidden} onSeat={toggle} onStanding={() => setOpen(true)} />
            )}
          </div>
        </div>
        <Drawer
          open={open}
          seated={seated}
          onOpen={setOpen}
          peek={notes}
          foot={<CartTotal hall={hall} selection={selection} busy={busy} onHold={goOn} />}
        >
          <BestTool hall={hall} limit={limit} failed={noneFound} onWish={wish} />
          {!list && standing}
          {waiting(hall.zones.filter(({ id }) => zones.get(id) === 0))}
          {countOf(selection) > 0 && <CartLines hall={hall} selection={selection} onRemove={toggle} onShow={(no) => setShown([no])} />}
        </Drawer>
      </main>
    </div>
  );
}
