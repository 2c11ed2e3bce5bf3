import { useTranslation } from "../../lib/words.ts";
import { IconShape } from "../../ui/Icon.tsx";
import { tools, type Editor, type Tool } from "./editor.ts";
import { toolShapes } from "./shapes.ts";

export function ToolBar({ editor, tool }: { editor: Editor; tool: Tool }) {
  const { t } = useTranslation();
  return (
    <div role="toolbar" aria-label={t("plans.tools")} className="flex gap-1 overflow-x-auto border-b-[1.5px] border-rule bg-card p-1.5 lg:flex-col lg:overflow-y-auto lg:border-r-[1.5px] lg:border-b-0">
      {tools.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={tool === each}
          onClick={() => editor.take(each)}
          className="flex min-h-14 w-16 shrink-0 flex-col items-center justify-center gap-1 rounded-md p-1 text-[0.6875rem] leading-tight font-bold hover:bg-sunk aria-pressed:bg-ink aria-pressed:text-paper lg:w-[4.75rem]"
        >
          <IconShape shape={toolShapes[each]} />
          {t(`plans.tool_${each}`)}
        </button>
      ))}
    </div>
  );
}
