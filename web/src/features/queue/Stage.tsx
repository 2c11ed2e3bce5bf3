import type { ReactNode } from "react";

interface Props {
  /** The one thing to know. */
  title: ReactNode;
  /** What goes with it, as large as it deserves. */
  big?: ReactNode;
  children?: ReactNode;
}

/** A state of the waiting room: said once, large, and then explained. */
export function Stage({ title, big, children }: Props) {
  return (
    <section className="panel flex flex-col items-start gap-4 p-5 sm:gap-5 sm:p-10">
      <h1 className="shout text-4xl sm:text-6xl">{title}</h1>
      {big}
      {children}
    </section>
  );
}
