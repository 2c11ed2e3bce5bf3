import { useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import type { Way } from "./methods.ts";

const pictures: Record<Way["id"], string> = {
  qris: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM14 20h1M20 14v1",
  virtual_account: "M3 9l9-5 9 5M5 10v7M10 10v7M14 10v7M19 10v7M3 20h18",
  ewallet: "M17 8V6a1 1 0 0 0-1-1H5a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h14a1 1 0 0 0 1-1V9a1 1 0 0 0-1-1H5a2 2 0 0 1-2-1M16 13.5h.01",
  card: "M5 5.5h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2ZM3 10h18M7 14.5h3",
  bank: "M9 3h6M10 3v6l-5.5 9.2A1.9 1.9 0 0 0 6.1 21h11.8a1.9 1.9 0 0 0 1.6-2.8L14 9V3M7.5 15h9",
};

interface Props {
  ways: readonly Way[];
  chosen: Way["id"] | undefined;
  onChoose: (id: Way["id"]) => void;
}

export default function MethodChoice({ ways, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const allTests = ways.every(({ test }) => test);
  return (
    <fieldset>
      <legend className="shout mb-3 text-3xl">{t("checkout.how_to_pay")}</legend>
      <div className="panel divide-y-[1.5px] divide-hair overflow-hidden">
        {ways.map(({ id, test }) => (
          <label key={id} className="flex min-h-16 cursor-pointer items-center gap-3 px-4 py-3 hover:bg-sunk has-checked:bg-sunk sm:gap-4">
            <input type="radio" name="way" value={id} checked={chosen === id} onChange={() => onChoose(id)} className="size-5 shrink-0 accent-signal" />
            <svg viewBox="0 0 24 24" className="size-7 shrink-0 text-signal" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
              <path d={pictures[id]} />
            </svg>
            <span className="min-w-0 flex-1 leading-tight">
              <span className="flex flex-wrap items-center gap-2 font-bold">
                {t(`checkout.way_${id}`)}
                {test && (!allTests || id === "bank") && <Badge tone="spark">{t("checkout.test")}</Badge>}
              </span>
              <span className="text-sm text-soft">{t(`checkout.way_${id}_text`)}</span>
            </span>
          </label>
        ))}
      </div>
      {allTests && <p className="mt-2 text-sm text-soft">{t("checkout.all_tests")}</p>}
    </fieldset>
  );
}
