import { memo, useMemo } from "react";
import { artHeight, artWidth, paint } from "./poster_art.ts";

interface Props {
  seed: number;
  colours: readonly string[];
  url?: string | null | undefined;
  className?: string;
}

/** The concert's picture, or art made of its colours. Decoration: the text beside it says what it is. */
export const Poster = memo(function Poster({ seed, colours, url, className = "" }: Props) {
  const art = useMemo(() => paint(seed, colours), [seed, colours]);
  if (url) return <img src={url} alt="" loading="lazy" className={`size-full object-cover ${className}`} />;
  return (
    <svg viewBox={`0 0 ${artWidth} ${artHeight}`} preserveAspectRatio="xMidYMid slice" aria-hidden="true" className={`block size-full ${className}`}>
      <rect width={artWidth} height={artHeight} fill={art.background} />
      {art.shapes.map(({ d, fill, stroke, width }, index) => (
        <path key={index} d={d} fill={fill ?? "none"} stroke={stroke} strokeWidth={width} strokeLinecap="round" />
      ))}
    </svg>
  );
});
