import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

/** What a field says here and there; equal ones are not shown. */
export type Difference = readonly [label: string, mine: string, theirs: string];

interface Props {
  differences: Difference[] | undefined;
  onMine: () => void;
  onTheirs: () => void;
  onClose: () => void;
}

/** Somebody else saved first: both versions side by side, and a choice; closing it keeps what was typed, unsaved. */
export function Meanwhile({ differences, onMine, onTheirs, onClose }: Props) {
  const { t } = useTranslation();
  const differ = (differences ?? []).filter(([, mine, theirs]) => mine !== theirs);
  return (
    <Dialog open={differences !== undefined} onClose={onClose} label={t("written.meanwhile")} className="w-[min(44rem,94vw)]">
      <div className="flex flex-col gap-5 p-6">
        <h2 className="shout text-3xl">{t("written.meanwhile")}</h2>
        <p>{t("written.meanwhile_text")}</p>
        <dl className="grid gap-4">
          {differ.map(([label, mine, theirs]) => (
            <div key={label} className="border-t-[1.5px] border-rule pt-3">
              <dt className="font-bold">{label}</dt>
              <dd className="mt-1 grid gap-3 text-sm sm:grid-cols-2">
                <p className="min-w-0 break-words whitespace-pre-wrap">
                  <span className="block text-soft">{t("written.mine")}</span>
                  {mine || "–"}
                </p>
                <p className="min-w-0 break-words whitespace-pre-wrap">
                  <span className="block text-soft">{t("written.theirs")}</span>
                  {theirs || "–"}
                </p>
              </dd>
            </div>
          ))}
        </dl>
        <div className="flex flex-wrap gap-3">
          <Button onClick={onMine}>{t("written.keep_mine")}</Button>
          <Button look="plain" onClick={onTheirs}>
            {t("written.take_theirs")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
