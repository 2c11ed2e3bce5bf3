import { useEffect, useId, useRef, useState } from "react";
import { Link } from "react-router";
import { useTranslation } from "../lib/words.ts";
import { Icon } from "../ui/Icon.tsx";

/** For people who work for an organisation: account and organisations under one name. Escape, or going elsewhere, closes it. */
export function AccountMenu({ name, className }: { name: string; className: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const elsewhere = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", elsewhere);
    document.addEventListener("focusin", elsewhere);
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("pointerdown", elsewhere);
      document.removeEventListener("focusin", elsewhere);
      document.removeEventListener("keydown", escape);
    };
  }, [open]);
  const entries = [["/account", t("shell.account")], ["/organiser", t("shell.organiser")]] as const;
  return (
    <div ref={box} className="relative">
      <button ref={button} type="button" className={className} aria-label={t("shell.account")} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name="user" />
        <span className="hidden max-w-32 truncate md:inline">{name}</span>
      </button>
      <ul id={id} hidden={!open} className="panel absolute right-0 top-full z-30 mt-1 w-56 p-1.5">
        {entries.map(([to, words]) => (
          <li key={to}>
            <Link to={to} onClick={() => setOpen(false)} className="flex min-h-11 items-center rounded-md px-3 font-bold hover:bg-sunk">
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
