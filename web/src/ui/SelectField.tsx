import { useId, type ComponentProps } from "react";

interface Props extends ComponentProps<"select"> {
  label: string;
  /** Value and words. */
  options: readonly (readonly [string, string])[];
  error?: string | undefined;
  hint?: string | undefined;
}

/** A labelled choice, described like a Field. */
export function SelectField({ label, options, error, hint, className = "", ...select }: Props) {
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-bold">
        {label}
      </label>
      <select id={id} aria-invalid={error ? true : undefined} aria-describedby={described || undefined} className="min-h-12 w-full rounded-md border-[1.5px] border-rule bg-card px-3 text-base text-ink aria-invalid:border-bad" {...select}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm font-semibold text-bad">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
