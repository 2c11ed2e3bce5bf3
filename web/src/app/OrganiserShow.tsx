import { lazy, Suspense } from "react";
import ShowPage from "../features/organiser-show/ShowPage.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { withWords } from "./i18n.ts";

const SeatChooser = lazy(() => withWords(import("../features/pick-seats/SeatChooser.tsx"), "seats"));

/** A show as its organiser sees it; seats are chosen on the same map as fans choose on. */
export default function OrganiserShow() {
  return (
    <ShowPage
      seats={(choice) => (
        <Suspense fallback={<Skeleton className="h-96" />}>
          <SeatChooser {...choice} />
        </Suspense>
      )}
    />
  );
}
