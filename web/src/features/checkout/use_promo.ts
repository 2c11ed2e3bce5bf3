import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keep, kept } from "../../lib/keep.ts";
import { quoteQuery } from "./api.ts";

/** A code that was asked about, kept over reload and back, and what the server says of it. */
export function usePromo(holdId: string, booked: boolean) {
  const place = `promo.${holdId}`;
  const [code, setCode] = useState(() => kept<string>(place) ?? "");
  const { data, error, isFetching } = useQuery({ ...quoteQuery(holdId, code), enabled: code !== "" && !booked });
  const ask = (next: string) => {
    keep(place, next || undefined);
    setCode(next);
  };
  return { code, quote: code === "" ? undefined : data, error: code === "" ? null : error, asking: isFetching, ask };
}
