import type { ReactNode } from "react";

interface Props {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing here, said kindly, with a way on. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="panel flex flex-col items-center gap-3 px-6 py-12 text-center">
      <svg viewBox="0 0 120 40" className="w-28 text-signal" aria-hidden="true">
        <path d="M0 26c10 0 10-14 20-14s10 14 20 14 10-14 20-14 10 14 20 14 10-14 20-14 10 14 20 14" fill="none" stroke="currentColor" strokeWidth="7" />
      </svg>
      <h2 className="shout text-3xl">{title}</h2>
      {children && <div className="max-w-md text-soft">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
