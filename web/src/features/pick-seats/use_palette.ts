import { useEffect, useState } from "react";
import type { Palette } from "./renderer.ts";

function read(): Palette {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    paper: of("--paper"), ink: of("--ink"), soft: of("--ink-soft"), hair: of("--hair"), card: of("--card"),
    spark: of("--spark"), onSpark: of("--on-spark"), taken: of("--seat-taken"),
  };
}

/** The page's colours for the canvas, again when the theme changes. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(read);
  useEffect(() => {
    const watcher = new MutationObserver(() => setPalette(read()));
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    return () => watcher.disconnect();
  }, []);
  return palette;
}
