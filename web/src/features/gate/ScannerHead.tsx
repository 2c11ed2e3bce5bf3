import { useTranslation } from "../../lib/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { GateState } from "./gate.ts";
import type { Post } from "./post.ts";

interface Props {
  post: Post;
  state: GateState;
  onLeave: () => void;
  onConflicts: () => void;
}

const looks: Record<GateState["link"], string> = { asking: "bg-white text-black", online: "bg-[#0b7a3e] text-white", offline: "bg-[#ffb400] text-black", revoked: "bg-[#c4161c] text-white", "not-ours": "bg-[#c4161c] text-white" };

/** Where this telephone stands, whether it is heard, and what it has still to tell. */
export function ScannerHead({ post, state, onLeave, onConflicts }: Props) {
  const { t } = useTranslation();
  const { link, waiting, conflicts, whole } = state;
  return (
    <div className="flex flex-col gap-2 bg-gradient-to-b from-black to-black/40 p-3 pb-4">
      <div className="flex items-center gap-3">
        <button type="button" onClick={onLeave} aria-label={t("gate.leave")} className="grid size-14 shrink-0 place-items-center rounded-md border-2 border-white bg-black/70">
          <Icon name="back" className="size-7" />
        </button>
        <p className="min-w-0 flex-1 leading-tight">
          <strong className="block truncate text-2xl">{post.gate}</strong>
          <span className="block truncate text-base">{post.direction === "out" ? t("gate.way_out") : post.show.artist}</span>
        </p>
      </div>
      <div className="flex flex-wrap gap-2 text-base font-bold">
        <span className={`inline-flex min-h-9 items-center gap-2 rounded-md px-3 ${looks[link]}`}>
          {link === "offline" && <Icon name="wifi" className="size-5" />}
          {t(`gate.link.${link}`)}
        </span>
        {waiting > 0 && <span className="inline-flex min-h-9 items-center rounded-md bg-white px-3 text-black">{t("gate.waiting", { count: waiting })}</span>}
        {!whole && <span className="inline-flex min-h-9 items-center rounded-md bg-[#ffb400] px-3 text-black">{t("gate.no_list")}</span>}
        {conflicts > 0 && (
          <button type="button" onClick={onConflicts} className="inline-flex min-h-9 items-center gap-2 rounded-md bg-[#c4161c] px-3 text-white">
            <Icon name="alert" className="size-5" />
            {t("gate.conflicts", { count: conflicts })}
          </button>
        )}
      </div>
    </div>
  );
}
