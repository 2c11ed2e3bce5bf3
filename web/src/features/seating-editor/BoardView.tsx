import { useEffect, useRef } from "react";
import { useColours } from "../../lib/use_colours.ts";
import { useTranslation } from "../../lib/words.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { Board } from "./board.ts";
import type { Editor } from "./editor.ts";
import { watchKeys } from "./keys.ts";
import { watchPointer } from "./pointer.ts";
import type { Colours } from "./scene.ts";

const variables: Record<keyof Colours, string> = { paper: "--paper", ink: "--ink", soft: "--ink-soft", hair: "--hair", card: "--card", focus: "--focus", bad: "--bad" };

function Zoom({ icon, label, onPress }: { icon: IconName; label: string; onPress: () => void }) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onPress} className="grid size-11 place-items-center border-b border-hair last:border-0 hover:bg-sunk">
      <Icon name={icon} />
    </button>
  );
}

/** The drawing board. Everything that is done on it can be done in the list and the forms beside it too. */
export function BoardView({ editor, faulty, tool }: { editor: Editor; faulty: ReadonlySet<string>; tool: string }) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const board = useRef<Board>(undefined);
  const colours = useColours(variables);

  useEffect(() => {
    const made = new Board(host.current!, editor);
    const stop = new AbortController();
    watchPointer(made, stop.signal);
    watchKeys(made, stop.signal);
    board.current = made;
    return () => {
      stop.abort();
      made.destroy();
    };
  }, [editor]);

  useEffect(() => board.current?.wear(colours, faulty), [editor, colours, faulty]);

  const cursor = tool === "select" ? "cursor-default" : tool === "pan" ? "cursor-grab active:cursor-grabbing" : "cursor-crosshair";
  return (
    <div className="relative size-full overflow-hidden">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrows move what is chosen, plus and minus zoom */}
      <div ref={host} tabIndex={0} role="application" aria-label={t("plans.board")} aria-describedby="board-keys" className={`size-full touch-none outline-offset-[-3px] select-none ${cursor}`} data-testid="board" />
      <p id="board-keys" className="sr-only">
        {t("plans.board_keys")}
      </p>
      <div className="absolute right-3 bottom-3 flex flex-col overflow-hidden rounded-md border-[1.5px] border-rule bg-card">
        <Zoom icon="plus" label={t("plans.zoom_in")} onPress={() => board.current?.zoom(1.6)} />
        <Zoom icon="minus" label={t("plans.zoom_out")} onPress={() => board.current?.zoom(1 / 1.6)} />
        <Zoom icon="fit" label={t("plans.fit")} onPress={() => board.current?.fitAll()} />
      </div>
    </div>
  );
}
