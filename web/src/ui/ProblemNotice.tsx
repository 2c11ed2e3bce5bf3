import { asProblem } from "../lib/problem.ts";
import { useTranslation } from "../lib/words.ts";
import { Notice } from "./Notice.tsx";

const known = [
  "unreachable", "unavailable", "rate-limited", "not-found", "unauthenticated", "invalid-credentials", "email-unverified", "token-expired",
  "totp-required", "totp-invalid", "second-factor-on", "second-factor-off", "sale-not-open", "sale-closed", "too-many-tickets", "not-enough-seats", "hold-expired", "hold-already-booked",
  "booking-not-payable", "booking-not-cancellable", "promo-invalid", "waiting-room", "seats-taken", "idempotency-in-flight", "foreign-origin",
  "passkey-invalid", "passkey-known", "too-many", "last-owner", "member-already", "second-factor-needed", "log-in-again",
] as const;
type Known = (typeof known)[number];
const isKnown = (slug: string): slug is Known => (known as readonly string[]).includes(slug);

/** A refusal in the reader's language: what happened, and what to do next. */
export function ProblemNotice({ error, className = "" }: { error: unknown; className?: string }) {
  const { t } = useTranslation();
  if (!error) return null;
  const { slug, body } = asProblem(error);
  const key = isKnown(slug) ? slug : "unexpected";
  return (
    <Notice tone="bad" title={t(`problems.${key}.title`)} className={className}>
      <p>{t(`problems.${key}.next`, { limit: body.limit ?? 0, available: body.available ?? 0 })}</p>
      {key === "unexpected" && body.request_id && <p className="mt-1 font-mono text-xs opacity-70">{body.request_id}</p>}
    </Notice>
  );
}
