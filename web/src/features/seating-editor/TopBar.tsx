import { Link } from "react-router";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon, IconShape } from "../../ui/Icon.tsx";
import type { Format, Plan } from "./api.ts";
import type { Saving } from "./autosave.ts";
import type { Editor, EditorState } from "./editor.ts";
import { redoShape, undoShape } from "./shapes.ts";

function Tool({ shape, label, disabled, onPress }: { shape: string; label: string; disabled?: boolean; onPress: () => void }) {
  return (
    <button type="button" aria-label={label} title={label} disabled={disabled} onClick={onPress} className="grid size-11 place-items-center rounded-md hover:bg-sunk disabled:opacity-40">
      <IconShape shape={shape} />
    </button>
  );
}

interface Props {
  back: string;
  onBack: () => void;
  onDecide: () => void;
  editor: Editor;
  state: EditorState;
  plan: Plan;
  saving: Saving;
  publishing: boolean;
  onPublish: () => void;
  onExport: (format: Format) => void;
  onPreview: () => void;
}

export function TopBar({ back, onBack, onDecide, editor, state, plan, saving, publishing, onPublish, onExport, onPreview }: Props) {
  const { t } = useTranslation();
  const { past, future, present } = state.history;
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b-[1.5px] border-rule bg-card px-3 py-1.5">
      <Link
        to={back}
        onClick={(event) => {
          event.preventDefault();
          onBack();
        }}
        aria-label={t("plans.all")}
        className="grid size-11 place-items-center rounded-md hover:bg-sunk"
      >
        <Icon name="back" />
      </Link>
      <h1 className="shout min-w-0 truncate py-1 text-2xl">{present.name}</h1>
      <p role="status" className={`mx-2 text-sm ${saving === "failed" ? "font-bold text-bad" : "text-soft"}`} data-testid="saving">
        {saving === "meanwhile" ? (
          <button type="button" className="min-h-11 font-bold text-bad underline decoration-2 underline-offset-4" onClick={onDecide}>
            {t("plans.saving_meanwhile")}
          </button>
        ) : (
          t(`plans.saving_${saving}`)
        )}
      </p>
      <div className="ml-auto flex flex-wrap items-center gap-1">
        <Tool shape={undoShape} label={t("plans.undo")} disabled={past.length === 0} onPress={editor.undo} />
        <Tool shape={redoShape} label={t("plans.redo")} disabled={future.length === 0} onPress={editor.redo} />
        <Button look="plain" size="sm" className="min-h-11" onClick={onPreview}>
          <Icon name="eye" />
          {t("plans.preview")}
        </Button>
        <Button look="plain" size="sm" className="min-h-11" onClick={() => onExport("gelora")}>
          <Icon name="download" />
          {t("plans.export")}
        </Button>
        <Button look="plain" size="sm" className="min-h-11" onClick={() => onExport("pretix")}>
          {t("plans.export_pretix")}
        </Button>
        <Button size="sm" className="min-h-11" busy={publishing} disabled={plan.published && saving === "saved"} onClick={onPublish}>
          {plan.published && saving === "saved" ? t("plans.is_published", { number: plan.versions }) : t("plans.publish", { number: plan.versions + 1 })}
        </Button>
      </div>
    </header>
  );
}
