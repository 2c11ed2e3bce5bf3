import type { ReactNode } from "react";
import { useTranslation } from "../lib/words.ts";
import { Notice } from "./Notice.tsx";

/** Why somebody who works for an organisation cannot do so yet, and the way on. */
export function SecondFactorNotice({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Notice tone="warn" title={t("staff.second_factor")}>
      <p>{t("staff.second_factor_text")}</p>
      <div className="mt-3 flex flex-wrap gap-3">{children}</div>
    </Notice>
  );
}
