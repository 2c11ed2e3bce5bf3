import { useId, useState } from "react";

interface Props {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  onChange: (value: number) => void;
}

/** A number that is taken as soon as it is one within its bounds; what is typed meanwhile stays. */
export function NumberField({ label, value, min, max, step = 1, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && !(typed.trim() !== "" && Number(typed) >= min && Number(typed) <= max);
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-xs font-bold">
        {label}
      </label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        min={min}
        max={max}
        step={step}
        aria-invalid={wrong || undefined}
        value={typed ?? String(Math.round(value * 100) / 100)}
        onChange={({ target }) => {
          setTyped(target.value);
          const next = Number(target.value);
          if (target.value.trim() === "" || !(next >= min && next <= max)) return;
          onChange(step >= 1 && Number.isInteger(step) && min >= 0 ? Math.round(next) : next);
        }}
        onBlur={() => setTyped(undefined)}
        className="min-h-11 w-full rounded-md border-[1.5px] border-rule bg-card px-2.5 text-base aria-invalid:border-bad"
      />
    </div>
  );
}
