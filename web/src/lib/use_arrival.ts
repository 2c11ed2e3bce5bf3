import { useEffect } from "react";
import { useFirstFocus } from "./use_first_focus.ts";

/** A first focus that also comes into view, where what was pressed may have been far below. */
export function useArrival<T extends HTMLElement>() {
  const place = useFirstFocus<T>();
  useEffect(() => {
    place.current?.scrollIntoView?.({ block: "center" }); // a promise, in newer browsers
  }, [place]);
  return place;
}
