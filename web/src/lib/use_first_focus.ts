import { useEffect, useRef } from "react";

/** For what takes the place of the control that had the focus: it gets it, so that keyboard and screen reader go on there. */
export function useFirstFocus<T extends HTMLElement>() {
  const place = useRef<T>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return place;
}
