import { Icon, type IconName } from "../../ui/Icon.tsx";

interface Props {
  icon: IconName;
  words: string;
  onClick: () => void;
  pressed?: boolean;
  className?: string;
}

/** On the camera's picture: for gloves, and to be read in the sun. */
export function ScannerButton({ icon, words, onClick, pressed, className = "" }: Props) {
  return (
    <button type="button" onClick={onClick} aria-pressed={pressed} className={`inline-flex min-h-14 items-center justify-center gap-2.5 rounded-md border-2 border-white px-4 text-lg font-bold ${pressed ? "bg-white text-black" : "bg-black/70 text-white"} ${className}`}>
      <Icon name={icon} className="size-6 shrink-0" />
      {words}
    </button>
  );
}
