import { useEffect, useRef } from "react";
import { Link } from "react-router";

interface Props {
  label: string;
  /** Id, address, words. */
  tabs: readonly (readonly [string, string, string])[];
  shown: string;
}

/** Sections of a page, each at an address of its own. */
export function TabNav({ label, tabs, shown }: Props) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector("[aria-current]")?.scrollIntoView?.({ block: "nearest", inline: "center" }); // a promise, in newer browsers
  }, [shown]);
  return (
    <nav ref={nav} aria-label={label} className="mb-6 flex gap-x-4 overflow-x-auto border-b-[1.5px] border-rule">
      {tabs.map(([id, to, words]) => (
        <Link key={id} to={to} replace aria-current={shown === id ? "page" : undefined} className="inline-flex min-h-11 shrink-0 items-center border-b-4 border-transparent font-bold text-soft aria-[current]:border-signal aria-[current]:text-ink">
          {words}
        </Link>
      ))}
    </nav>
  );
}
