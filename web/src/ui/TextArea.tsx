import { useId, type ComponentProps } from "react";

interface Props extends ComponentProps<"textarea"> {
  label: string;
  error?: string | undefined;
}

export function TextArea({ label, error, ...area }: Props) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-bold">
        {label}
      </label>
      <textarea id={id} rows={6} aria-invalid={error ? true : undefined} aria-describedby={error && `${id}-error`} className="w-full rounded-md border-[1.5px] border-rule bg-card p-3.5 text-base text-ink aria-invalid:border-bad" {...area} />
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm font-semibold text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
