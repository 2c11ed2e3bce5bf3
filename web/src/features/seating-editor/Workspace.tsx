import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useNavigate } from "react-router";
import { saveFile } from "../../lib/save_file.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { readDocument, type Format, type Plan } from "./api.ts";
import { BoardView } from "./BoardView.tsx";
import { placeOf, toDocument, type PlanDocument } from "./document.ts";
import { MeanwhileDialog } from "./MeanwhileDialog.tsx";
import { SidePanel, type Tab } from "./SidePanel.tsx";
import { ToolBar } from "./ToolBar.tsx";
import { TopBar } from "./TopBar.tsx";
import { useWorkspace } from "./use_workspace.ts";

export type Preview = (document: PlanDocument) => ReactNode;

interface Props {
  organisation: string;
  plan: Plan;
  document: PlanDocument;
  preview: Preview;
}

export function Workspace({ organisation, plan, document, preview }: Props) {
  const { t } = useTranslation();
  const work = useWorkspace(organisation, plan, document);
  const { editor, state, saved } = work;
  const [tab, setTab] = useState<Tab>("properties");
  const [shown, setShown] = useState<PlanDocument>();
  const [later, setLater] = useState(false);
  const navigate = useNavigate();
  const drawing = state.history.present;
  const publish = useMutation({ mutationFn: work.publish, onSuccess: (done) => !done && setTab("faults") });
  const exported = useMutation({
    mutationFn: async (format: Format) => {
      await work.autosave.now();
      const file = await readDocument(organisation, plan.id, format);
      saveFile(new Blob([JSON.stringify(file)], { type: "application/json" }), `${drawing.name.replace(/[^\p{L}\p{N}]+/gu, "-").toLowerCase()}${format === "pretix" ? ".pretix" : ""}.json`);
    },
  });
  const back = `/organiser/${organisation}/plans`;
  /** Not before all is saved, or it is decided what is to become of it. */
  const leave = async () => {
    const all = await work.autosave.now();
    setLater(false);
    if (all) void navigate(back);
  };
  const { faults } = saved.plan;
  const faulty = new Set(faults.flatMap(({ pointer }) => placeOf(drawing, pointer).thing?.id ?? []));
  const failure = publish.error ?? exported.error ?? (saved.saving === "failed" ? saved.error : null);
  return (
    <div className="flex h-dvh min-h-[40rem] flex-col lg:min-h-0">
      <title>{`${drawing.name} · Gelora`}</title>
      <TopBar back={back} onBack={() => void leave()} onDecide={() => setLater(false)} editor={editor} state={state} plan={saved.plan} saving={saved.saving} publishing={publish.isPending} onPublish={() => publish.mutate()} onExport={(format) => exported.mutate(format)} onPreview={() => setShown(toDocument(drawing))} />
      {failure !== null && failure !== undefined && (
        <div className="p-3">
          <ProblemNotice error={failure} />
        </div>
      )}
      <main id="main" className="grid min-h-0 flex-1 grid-rows-[auto_1fr_minmax(14rem,40%)] lg:grid-cols-[auto_1fr_21rem] lg:grid-rows-1">
        <ToolBar editor={editor} tool={state.tool} />
        <BoardView editor={editor} faulty={faulty} tool={state.tool} />
        <SidePanel editor={editor} state={state} faults={faults} tab={tab} onTab={setTab} />
      </main>
      <MeanwhileDialog open={saved.saving === "meanwhile" && !later} onLater={() => setLater(true)} onCopy={work.asCopy} onMine={() => void work.mine()} onTheirs={work.theirs} />
      <Dialog open={shown !== undefined} onClose={() => setShown(undefined)} label={t("plans.preview")} className="w-[min(72rem,96vw)]">
        <div className="flex flex-col gap-3 p-4">
          <div className="flex items-center justify-between gap-3">
            <h2 className="shout text-3xl">{t("plans.preview")}</h2>
            <Button look="plain" size="sm" className="min-h-11" onClick={() => setShown(undefined)}>
              {t("plans.close")}
            </Button>
          </div>
          <div className="h-[70dvh]">{shown && preview(shown)}</div>
        </div>
      </Dialog>
    </div>
  );
}
