import { useLanguage, useTranslation } from "../../lib/words.ts";
import { numberFormat } from "../../lib/formatters.ts";
import type { GateState } from "./gate.ts";
import type { Post } from "./post.ts";
import { ScannerButton } from "./ScannerButton.tsx";

function Count({ words, number, of }: { words: string; number: number; of?: number | undefined }) {
  const language = useLanguage();
  const face = (value: number) => numberFormat(language === "en" ? "en-GB" : "id-ID", {}).format(value);
  return (
    <p className="min-w-0 leading-none">
      <span className="block text-sm font-bold sm:text-lg">{words}</span>
      <span className="numerals mt-1 block text-3xl sm:text-5xl">
        {face(number)}
        {of !== undefined && <span className="text-lg"> / {face(of)}</span>}
      </span>
    </p>
  );
}

/** How many came, here and in all; with those of this telephone that nobody else knows of yet. */
export function ScannerFoot({ post, state: { counts, waiting }, onPeople }: { post: Post; state: GateState; onPeople: () => void }) {
  const { t } = useTranslation();
  const sum = (of: "admitted" | "sold") => counts?.zones.reduce((all, zone) => all + zone[of], 0) ?? 0;
  const here = counts?.gates.find(({ name }) => name === post.gate);
  return (
    <div className="relative flex items-center justify-between gap-4 bg-black p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      <Count words={t("gate.here")} number={((post.direction === "out" ? here?.exits : here?.admitted) ?? 0) + waiting} />
      <Count words={t("gate.all")} number={sum("admitted") + (post.direction === "in" ? waiting : 0)} of={counts && sum("sold")} />
      <ScannerButton icon="search" words={t("gate.search")} onClick={onPeople} />
    </div>
  );
}
