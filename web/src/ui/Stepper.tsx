import { Icon } from "./Icon.tsx";

interface Props {
  value: number;
  max: number;
  label: string;
  less: string;
  more: string;
  min?: number;
  onChange: (value: number) => void;
}

export function Stepper({ value, max, min = 0, label, less, more, onChange }: Props) {
  const button = "grid size-11 place-items-center rounded-md border-[1.5px] border-rule bg-card hover:bg-sunk disabled:opacity-40";
  return (
    <div role="group" aria-label={label} className="inline-flex items-center gap-1">
      <button type="button" className={button} aria-label={less} disabled={value <= min} onClick={() => onChange(value - 1)}>
        <Icon name="minus" className="size-4" />
      </button>
      <output className="numerals w-9 text-center text-xl">{value}</output>
      <button type="button" className={button} aria-label={more} disabled={value >= max} onClick={() => onChange(value + 1)}>
        <Icon name="plus" className="size-4" />
      </button>
    </div>
  );
}
