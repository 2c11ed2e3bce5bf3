import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { isProblem } from "../../lib/problem.ts";
import { useStore } from "../../lib/store.ts";
import { useTranslation } from "../../lib/words.ts";
import { createPlan, plansQuery, publishPlan, readPlan, saveDocument, type Plan } from "./api.ts";
import { Autosave } from "./autosave.ts";
import { fromDocument, toDocument, type PlanDocument } from "./document.ts";
import { Editor, newId, type NewNames } from "./editor.ts";

const quietMs = 1200;

/** The editor of one plan, saved as it is drawn. */
export function useWorkspace(organisation: string, plan: Plan, document: PlanDocument) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [editor] = useState(() => new Editor(fromDocument(document, newId), {} as NewNames));
  const [autosave] = useState(
    () =>
      new Autosave<PlanDocument, Plan>(plan, {
        document: () => toDocument(editor.drawing),
        send: (base, now) => saveDocument(organisation, plan.id, base, now),
        isMeanwhile: (error) => isProblem(error, "changed-meanwhile"),
        later: (act) => {
          const timer = setTimeout(act, quietMs);
          return () => clearTimeout(timer);
        },
      }),
  );
  const state = useStore(editor.store);
  const saved = useStore(autosave.store);

  useEffect(() => {
    editor.speak({ block: t("plans.new_block"), table: t("plans.new_table"), box: t("plans.new_box"), standing: t("plans.new_standing"), words: t("plans.new_words"), zone: t("plans.zone") });
  }, [editor, t, i18n.language]);

  useEffect(() => {
    let seen = editor.drawing;
    const stop = editor.store.subscribe(() => {
      if (editor.drawing === seen) return;
      seen = editor.drawing;
      autosave.changed();
    });
    const leaving = (event: BeforeUnloadEvent) => autosave.store.get().saving !== "saved" && event.preventDefault();
    addEventListener("beforeunload", leaving);
    return () => {
      removeEventListener("beforeunload", leaving);
      stop();
      void autosave.now(); // who leaves by a link has it saved
    };
  }, [editor, autosave]);

  const theirs = async () => {
    const now = await readPlan(organisation, plan.id);
    editor.begin(fromDocument(now.document, newId));
    autosave.adopt(now.plan);
  };
  const mine = async () => {
    const { plan: now } = await readPlan(organisation, plan.id);
    autosave.adopt(now, true);
  };
  const asCopy = async () => {
    const name = t("plans.copy_of", { name: editor.drawing.name });
    const copy = await createPlan(organisation, name.slice(0, 100), plan.venue.id!);
    await saveDocument(organisation, copy.id, copy.version, { ...toDocument(editor.drawing), name: name.slice(0, 100) });
    await theirs();
    await queries.invalidateQueries(plansQuery(organisation));
    void navigate(`/organiser/${organisation}/plans/${copy.id}`);
  };
  const publish = async (): Promise<Plan | undefined> => {
    const all = await autosave.now();
    const { plan: now } = autosave.store.get();
    if (!all || now.faults.length > 0) return undefined;
    const published = await publishPlan(organisation, plan.id, now.version);
    autosave.adopt(published);
    await queries.invalidateQueries({ queryKey: ["seating plans", organisation] });
    return published;
  };
  return { editor, state, saved, autosave, theirs, mine, asCopy, publish };
}
