import type { ReactNode } from "react";

/** A part of the account: what it is about on one side, its panels on the other. */
export function Group({ id, title, lead, children }: { id: string; title: string; lead: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="grid gap-6 border-t-[1.5px] border-rule pt-8 lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-10">
      <div>
        <h2 id={`${id}-title`} className="shout text-4xl">
          {title}
        </h2>
        <p className="mt-3 text-sm text-soft">{lead}</p>
      </div>
      <div className="grid items-start gap-6 md:grid-cols-2">{children}</div>
    </section>
  );
}

export function Panel({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className="panel min-w-0 p-5 sm:p-7">
      <h3 className="shout text-2xl">{title}</h3>
      {lead && <p className="mt-2 text-sm text-soft">{lead}</p>}
      <div className="mt-5">{children}</div>
    </section>
  );
}
