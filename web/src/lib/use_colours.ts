import { useEffect, useState } from "react";

function read<Name extends string>(variables: Record<Name, string>): Record<Name, string> {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(Object.entries<string>(variables).map(([name, variable]) => [name, style.getPropertyValue(variable).trim()])) as Record<Name, string>;
}

/** The page's colours for a canvas, by their variables in tokens.css; again when the theme changes. `variables` stays the same object. */
export function useColours<Name extends string>(variables: Record<Name, string>): Record<Name, string> {
  const [colours, setColours] = useState(() => read(variables));
  useEffect(() => {
    const watcher = new MutationObserver(() => setColours(read(variables)));
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    return () => watcher.disconnect();
  }, [variables]);
  return colours;
}
