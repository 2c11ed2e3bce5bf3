import { lazy, Suspense } from "react";
import type { SeatChoice } from "../lib/seat_choice.ts";
import { Skeleton } from "../ui/Skeleton.tsx";
import { withWords } from "./i18n.ts";

const SeatChooser = lazy(() => withWords(import("../features/pick-seats/SeatChooser.tsx"), "seats"));

/** The map of fans, lent to those who choose seats for somebody else. */
export const chooseSeats = (choice: SeatChoice) => (
  <Suspense fallback={<Skeleton className="h-96" />}>
    <SeatChooser {...choice} />
  </Suspense>
);
