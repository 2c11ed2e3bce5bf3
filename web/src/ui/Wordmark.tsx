/** The name, on its wave. */
export function Wordmark({ className = "" }: { className?: string }) {
  return (
    <span className={`inline-flex items-center gap-2 ${className}`}>
      <svg viewBox="0 0 32 32" className="size-8 rounded-md" aria-hidden="true">
        <rect width="32" height="32" fill="var(--signal)" />
        <path d="M0 13c4 0 4-5 8-5s4 5 8 5 4-5 8-5 4 5 8 5M0 24c4 0 4-5 8-5s4 5 8 5 4-5 8-5 4 5 8 5" fill="none" stroke="var(--on-signal)" strokeWidth="4" />
      </svg>
      <span className="font-display text-xl font-black tracking-tight [font-stretch:112%]">gelora</span>
    </span>
  );
}
