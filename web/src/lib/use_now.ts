import { useEffect, useState } from "react";
import { askOnce, serverNow } from "./clock.ts";

/** The server's time, told anew every `everyMs`. */
export function useServerNow(everyMs = 1000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    void askOnce();
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
