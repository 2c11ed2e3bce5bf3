import { useMemo, useRef } from "react";
import { HallCanvas, type HallCanvasHandle } from "./HallCanvas.tsx";
import { hallOf, type ShownPlan } from "./plan_preview.ts";

const none: ReadonlySet<number> = new Set();
const ignore = () => undefined;

/** The seat map of a plan before it is sold, all places free. */
export default function PlanPreview({ plan }: { plan: ShownPlan }) {
  const hall = useMemo(() => hallOf(plan), [plan]);
  const states = useMemo(() => new Uint8Array(hall.count), [hall]);
  const ref = useRef<HallCanvasHandle>(null);
  return <HallCanvas ref={ref} hall={hall} states={states} selected={none} offered={none} hidden={none} onSeat={ignore} onStanding={ignore} />;
}
