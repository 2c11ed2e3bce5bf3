// A modal on the platform's own <dialog>: top layer, focus kept inside, Escape closes. Radix's dialog would inject a <style>
// element to lock scrolling, which the content security policy refuses.
import { useEffect, useRef, type ReactNode } from "react";

interface Props {
  open: boolean;
  onClose: () => void;
  label: string;
  children: ReactNode;
  className?: string;
}

export function Dialog({ open, onClose, label, children, className = "" }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }, [open]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- a click beside the dialog; keys have Escape
    <dialog
      ref={ref}
      aria-label={label}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className={`m-auto max-h-[92dvh] w-[min(30rem,94vw)] overflow-auto rounded-lg border-[1.5px] border-rule bg-card p-0 text-ink ${className}`}
    >
      {open && children}
    </dialog>
  );
}
