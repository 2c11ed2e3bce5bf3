import { useId } from "react";

interface Props<T extends string> {
  label: string;
  options: readonly (readonly [T, string])[];
  chosen: string;
  onChoose: (value: T) => void;
}

/** One of a few, large enough for gloves. */
export function Choice<T extends string>({ label, options, chosen, onChoose }: Props<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-bold">{label}</legend>
      <div className="flex flex-wrap gap-3">
        {options.map(([value, words]) => (
          <label key={value} className="flex min-h-14 min-w-24 flex-1 cursor-pointer items-center justify-center rounded-md border-[1.5px] border-rule bg-card px-5 text-center text-lg font-bold has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-[var(--focus)]">
            <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => onChoose(value)} className="sr-only" />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
