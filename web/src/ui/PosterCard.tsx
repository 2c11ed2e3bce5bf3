import type { ReactNode } from "react";
import { readableOn } from "../lib/colour.ts";
import { loudness } from "./loudness.ts";
import { Poster } from "./Poster.tsx";

interface Props {
  artist: string;
  seed: number;
  colours: readonly string[];
  url?: string | null | undefined;
  corner?: ReactNode;
  className?: string;
}

/** A whole poster: the art, and the artist's name as large as it goes on a band of the art's own colour. */
export function PosterCard({ artist, seed, colours, url, corner, className = "" }: Props) {
  const band = colours[0] ?? "#d3241a";
  return (
    <div className={`@container relative flex aspect-[3/4] flex-col overflow-hidden rounded-md ${className}`} style={{ background: band, color: readableOn(band) }}>
      <div className="min-h-0 flex-1">
        <Poster seed={seed} colours={colours} url={url} />
      </div>
      <p className="shout px-[6cqw] [overflow-wrap:normal] pb-[5cqw] pt-[4.5cqw]" style={{ fontSize: `${loudness(artist)}cqw` }}>
        {artist}
      </p>
      {corner && <div className="absolute left-2 top-2 flex flex-col items-start gap-1.5">{corner}</div>}
    </div>
  );
}
