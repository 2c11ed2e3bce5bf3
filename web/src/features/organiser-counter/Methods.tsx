import { useTranslation } from "../../lib/words.ts";
import type { Method } from "./sale.ts";

interface Props {
  methods: readonly Method[];
  chosen: Method;
  onChange: (method: Method) => void;
}

export function Methods({ methods, chosen, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-bold">{t("counter.method")}</legend>
      <div className="flex overflow-hidden rounded-md border-[1.5px] border-rule bg-card">
        {methods.map((method) => (
          <label key={method} className="flex min-h-12 grow cursor-pointer items-center justify-center border-r-[1.5px] border-rule px-2 text-center font-bold leading-tight last:border-r-0 has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-3 has-focus-visible:-outline-offset-4 has-focus-visible:outline-focus">
            <input type="radio" name="method" value={method} checked={chosen === method} onChange={() => onChange(method)} className="sr-only" />
            {t(`counter.method_${method}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
