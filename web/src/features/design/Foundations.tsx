import { Icon, iconNames } from "../../ui/Icon.tsx";

const grounds = ["bg-paper", "bg-card", "bg-sunk", "bg-ink", "bg-signal", "bg-spark", "bg-good-soft", "bg-warn-soft", "bg-bad-soft", "bg-good", "bg-warn", "bg-bad", "bg-soft", "bg-hair", "bg-rule"];
const sizes = ["text-xs", "text-sm", "text-base", "text-lg", "text-xl", "text-2xl"];
const voices = ["text-2xl", "text-4xl", "text-6xl", "text-8xl"];
const steps = ["w-1", "w-2", "w-3", "w-4", "w-6", "w-8", "w-12", "w-16"];
const corners = ["rounded-sm", "rounded-md", "rounded-lg", "rounded-full"];

export const Colours = () => grounds.map((name) => (
  <figure key={name} className="w-28 text-xs">
    <div className={`h-16 rounded-md border-[1.5px] border-hair ${name}`} />
    <figcaption>{name.slice(3)}</figcaption>
  </figure>
));

export function Type() {
  return (
    <div className="flex w-full flex-col gap-3">
      {voices.map((size) => (
        <p key={size} className={`shout ${size}`}>Langit Karsa</p>
      ))}
      <p className="wide">Wide: what a ticket prints above a field</p>
      <p className="numerals text-3xl">Rp1.500.000 · 19:30 · 0123456789</p>
      {sizes.map((size) => (
        <p key={size} className={size}>{size}: Kursi yang sungguh kosong, dibayar dengan tenang.</p>
      ))}
    </div>
  );
}

export function Space() {
  return (
    <>
      {steps.map((step) => (
        <figure key={step} className="text-xs"><div className={`h-8 bg-signal ${step}`} /><figcaption>{step.slice(2)}</figcaption></figure>
      ))}
      {corners.map((corner) => (
        <figure key={corner} className="text-xs"><div className={`size-16 border-[1.5px] border-rule bg-card ${corner}`} /><figcaption>{corner}</figcaption></figure>
      ))}
      <div className="panel w-40 p-4">panel</div>
      <div className="stub w-56 p-4 pl-28">stub</div>
    </>
  );
}

export const Motion = () => <p className="rise panel p-4">What comes in rises in 450 ms, once, and stands still for those who asked for less motion.</p>;

export const Icons = () => iconNames.map((name) => (
  <figure key={name} className="w-20 text-center text-xs"><Icon name={name} className="mx-auto size-6" /><figcaption>{name}</figcaption></figure>
));
