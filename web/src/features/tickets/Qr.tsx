import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { qrQuery } from "./api.ts";

/** The code, black on white in every theme, as large as the place allows. The SVG is ours; it is parsed as XML, never as HTML. */
export function Qr({ ticketId, label }: { ticketId: string; label: string }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const { data, isError, refetch } = useQuery(qrQuery(ticketId));
  useEffect(() => {
    if (!data || !frame.current) return;
    const svg = new DOMParser().parseFromString(data, "image/svg+xml").documentElement;
    svg.setAttribute("width", "100%");
    svg.setAttribute("height", "100%");
    svg.setAttribute("aria-hidden", "true");
    frame.current.replaceChildren(document.importNode(svg, true));
  }, [data]);
  if (isError)
    return (
      <div className="grid aspect-square w-full place-items-center bg-white">
        <Button onClick={() => void refetch()}>{t("common.try_again")}</Button>
      </div>
    );
  if (!data) return <Skeleton className="aspect-square w-full" />;
  return <div ref={frame} role="img" aria-label={label} className="aspect-square w-full bg-white p-2" data-testid="qr" />;
}
