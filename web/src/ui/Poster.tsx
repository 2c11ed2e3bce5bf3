import { memo, useMemo } from "react";
import { artHeight, artWidth, paint } from "./poster_art.ts";

interface Props {
  seed: number;
  colours: readonly string[];
  url?: string | null | undefined;
  /** How wide it is shown, as of an <img>. */
  sizes?: string;
  className?: string;
}

const widths = [480, 960, 1600];
/** The widths that are beside the widest. */
const sourceSet = (url: string) => (url.endsWith("-1600.jpg") ? widths.map((width) => `${url.replace(/1600\.jpg$/, `${width}.jpg`)} ${width}w`).join(", ") : undefined);

/** The concert's picture, or art made of its colours. Decoration: the text beside it says what it is. */
export const Poster = memo(function Poster({ seed, colours, url, sizes = "(min-width: 48rem) 24rem, 50vw", className = "" }: Props) {
  const art = useMemo(() => paint(seed, colours), [seed, colours]);
  if (url) return <img src={url} srcSet={sourceSet(url)} sizes={sizes} alt="" loading="lazy" className={`size-full object-cover ${className}`} />;
  return (
    <svg viewBox={`0 0 ${artWidth} ${artHeight}`} preserveAspectRatio="xMidYMid slice" aria-hidden="true" className={`block size-full ${className}`}>
      <rect width={artWidth} height={artHeight} fill={art.background} />
      {art.shapes.map(({ d, fill, stroke, width }, index) => (
        <path key={index} d={d} fill={fill ?? "none"} stroke={stroke} strokeWidth={width} strokeLinecap="round" />
      ))}
    </svg>
  );
});
