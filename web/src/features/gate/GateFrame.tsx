import { createContext, use, type ReactNode } from "react";

/** Language and look, as the app has them. */
export const Preferences = createContext<ReactNode>(null);

/** A page of the gate that is not the scanner: as large and as little as possible. */
export function GateFrame({ title, above, children }: { title: string; above?: ReactNode; children?: ReactNode }) {
  return (
    <main className="page flex min-h-dvh max-w-3xl flex-col gap-6 py-4">
      <div className="flex min-h-11 items-center gap-1">
        <div className="mr-auto">{above}</div>
        {use(Preferences)}
      </div>
      <h1 className="shout text-5xl sm:text-6xl">{title}</h1>
      {children}
    </main>
  );
}
