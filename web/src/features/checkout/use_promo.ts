import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keep, kept } from "../../lib/keep.ts";
import { quoteQuery } from "./api.ts";

/** A code that was asked about, kept over reload and back, and what the server says of it: when asked, and when it is used. */
export function usePromo(holdId: string, booked: boolean) {
  const place = `promo.${holdId}`;
  const [code, setCode] = useState(() => kept<string>(place) ?? "");
  const [refusal, setRefusal] = useState<unknown>();
  const { data, error, isFetching, refetch } = useQuery({ ...quoteQuery(holdId, code), enabled: code !== "" && !booked });
  const ask = (next: string) => {
    keep(place, next || undefined);
    setRefusal(undefined);
    setCode(next);
    if (next === code) void refetch();
  };
  const wrong = code === "" ? undefined : (refusal ?? error ?? undefined);
  return { code, quote: code === "" || wrong ? undefined : data, error: wrong, asking: isFetching, ask, refuse: setRefusal };
}
