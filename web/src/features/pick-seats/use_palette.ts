import { useColours } from "../../lib/use_colours.ts";
import type { Palette } from "./renderer.ts";

const variables: Record<keyof Palette, string> = {
  paper: "--paper", ink: "--ink", soft: "--ink-soft", hair: "--hair", card: "--card", spark: "--spark", onSpark: "--on-spark", taken: "--seat-taken",
};

/** The page's colours for the canvas, again when the theme changes. */
export const usePalette = (): Palette => useColours(variables);
