import { useId, type ComponentProps, type ReactNode } from "react";

interface Props extends ComponentProps<"input"> {
  label: string;
  error?: string | undefined;
  hint?: ReactNode;
  /** Sits inside the box, at its end (a show-password button). */
  end?: ReactNode;
}

/** A labelled input with its own error beneath it; what a screen reader hears is what the eye sees. */
export function Field({ label, error, hint, end, className = "", ...input }: Props) {
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-bold">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          className={`min-h-12 w-full rounded-md border-[1.5px] bg-card px-3.5 text-base text-ink placeholder:text-soft/80 aria-invalid:border-bad ${end ? "pr-12" : ""} border-rule`}
          {...input}
        />
        {end && <div className="absolute inset-y-0 right-1 flex items-center">{end}</div>}
      </div>
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm font-semibold text-bad">
          {error}
        </p>
      )}
      {hint && (
        <div id={`${id}-hint`} className="mt-1.5 text-sm text-soft">
          {hint}
        </div>
      )}
    </div>
  );
}
