import type { ComponentProps, ReactNode } from "react";
import { Link, type LinkProps } from "react-router";
import { Spinner } from "./Spinner.tsx";

type Look = "main" | "ink" | "plain" | "ghost" | "danger";
type Size = "md" | "lg" | "sm";

const looks: Record<Look, string> = {
  main: "bg-signal text-on-signal border-signal hover:brightness-110",
  ink: "bg-ink text-paper border-ink hover:opacity-90",
  plain: "bg-card text-ink border-rule hover:bg-sunk",
  danger: "bg-card text-bad border-bad hover:bg-bad-soft",
  ghost: "bg-transparent text-ink border-transparent hover:bg-sunk",
};
const sizes: Record<Size, string> = {
  sm: "min-h-9 px-3 text-sm",
  md: "min-h-11 px-5",
  lg: "min-h-14 px-6 text-lg",
};

/** For what looks like a button and is neither a button nor a link of ours. */
export function buttonClasses(look: Look, size: Size, more = ""): string {
  return `inline-flex items-center justify-center gap-2 rounded-md border-[1.5px] font-bold leading-tight text-center transition-[background-color,filter,transform] active:translate-y-px disabled:opacity-50 aria-disabled:opacity-50 ${looks[look]} ${sizes[size]} ${more}`;
}

interface Own {
  look?: Look;
  size?: Size;
  children: ReactNode;
}

interface ButtonProps extends Omit<ComponentProps<"button">, "children">, Own {
  busy?: boolean;
}

export function Button({ look = "main", size = "md", busy = false, className = "", children, type = "button", disabled, ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClasses(look, size, className)} disabled={disabled || busy} aria-busy={busy || undefined} {...rest}>
      {busy && <Spinner />}
      {children}
    </button>
  );
}

export function ButtonLink({ look = "main", size = "md", className = "", children, ...rest }: Omit<LinkProps, "children"> & Own) {
  return (
    <Link className={buttonClasses(look, size, className)} {...rest}>
      {children}
    </Link>
  );
}
