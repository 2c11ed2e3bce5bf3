import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../lib/words.ts";
import { membersQuery, type BookingInWhole } from "./api.ts";

/** Who sold it on the spot, and how it was paid. */
export function AtCounter({ organisation, counter: { by, method, reason } }: { organisation: string; counter: NonNullable<BookingInWhole["counter"]> }) {
  const { t } = useTranslation();
  const { data: members } = useQuery(membersQuery(organisation));
  const name = members?.find(({ user_id }) => user_id === by)?.name ?? t("sales.a_colleague");
  return (
    <p className="mt-4 rounded-md bg-sunk px-4 py-3 leading-snug" data-testid="at-counter">
      {t(`sales.counter_${method}`, { name })}
      {reason && <span className="block text-sm text-soft">{reason}</span>}
    </p>
  );
}
