import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState, type Ref } from "react";
import { useTranslation } from "../../lib/words.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import type { Hall } from "../../lib/hall.ts";
import { HallMap } from "./hall_map.ts";
import type { Look } from "./painter.ts";
import { SeatCard } from "./SeatCard.tsx";
import { SeatKey } from "./SeatKey.tsx";
import { usePalette } from "./use_palette.ts";

export interface HallCanvasHandle {
  focus: (seats: readonly number[]) => void;
}

interface Props extends Omit<Look, "palette" | "kinds"> {
  kinds?: Look["kinds"];
  hall: Hall;
  onSeat: (no: number) => void;
  onStanding: (zone: number) => void;
  ref: Ref<HallCanvasHandle>;
}

function Tool({ icon, label, onPress }: { icon: IconName; label: string; onPress: () => void }) {
  return (
    <button type="button" aria-label={label} onClick={onPress} className="grid size-11 place-items-center border-b border-hair last:border-0 hover:bg-sunk">
      <Icon name={icon} />
    </button>
  );
}

export function HallCanvas({ hall, states, selected, offered, hidden, kinds, onSeat, onStanding, ref }: Props) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const mini = useRef<HTMLDivElement>(null);
  const map = useRef<HallMap>(undefined);
  const palette = usePalette();
  const [hover, setHover] = useState<{ no: number; at: { x: number; y: number } }>();
  const seat = useEffectEvent(onSeat);
  const standing = useEffectEvent(onStanding);

  useEffect(() => {
    const made = new HallMap(host.current!, mini.current!, hall, {
      seat: (no) => seat(no),
      standing: (zone) => standing(zone),
      hover: (no, at) => setHover(no < 0 ? undefined : { no, at }),
    });
    map.current = made;
    return () => made.destroy();
  }, [hall]);

  useEffect(() => {
    map.current?.show({ states, selected, offered, hidden, palette, kinds });
  }, [hall, states, selected, offered, hidden, palette, kinds]);

  useImperativeHandle(ref, () => ({ focus: (seats) => map.current?.focus(seats) }));

  return (
    <div className="relative size-full overflow-hidden">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrows move it, plus and minus zoom */}
      <div ref={host} tabIndex={0} role="application" aria-label={t("seats.map_label")} className={`size-full touch-none select-none ${hover ? "cursor-pointer" : "cursor-grab active:cursor-grabbing"}`} data-testid="hall" />
      <div ref={mini} hidden role="img" aria-label={t("seats.minimap")} className="absolute top-3 left-3 box-content cursor-crosshair touch-none overflow-hidden rounded-md border-[1.5px] border-rule [&[hidden]]:hidden" data-testid="minimap" />
      {hover && !kinds && <SeatCard hall={hall} {...hover} />}
      {hall.count > 0 && !kinds && <SeatKey />}
      <div className="absolute bottom-3 right-3 flex flex-col overflow-hidden rounded-md border-[1.5px] border-rule bg-card">
        <Tool icon="plus" label={t("seats.zoom_in")} onPress={() => map.current?.zoomBy(1.8)} />
        <Tool icon="minus" label={t("seats.zoom_out")} onPress={() => map.current?.zoomBy(1 / 1.8)} />
        <Tool icon="fit" label={t("seats.fit")} onPress={() => map.current?.fitAll()} />
      </div>
    </div>
  );
}
