import type { ReactNode } from "react";
import { Poster } from "../../ui/Poster.tsx";

interface Props {
  title: string;
  children: ReactNode;
  lead?: ReactNode;
}

const colours = ["#d3241a", "#17130e", "#ffd23f"];

/** The frame of the small pages: a form on one side, the surge on the other. */
export function AccountFrame({ title, lead, children }: Props) {
  return (
    <div className="page grid gap-10 py-8 sm:py-14 lg:grid-cols-[minmax(0,28rem)_1fr] lg:gap-20">
      <title>{`${title} · Gelora`}</title>
      <div>
        <h1 className="shout text-5xl sm:text-6xl">{title}</h1>
        {lead && <div className="mt-4 text-soft">{lead}</div>}
        <div className="mt-8">{children}</div>
      </div>
      <div className="hidden min-h-[34rem] overflow-hidden rounded-lg lg:block">
        <Poster seed={8} colours={colours} />
      </div>
    </div>
  );
}
