import { lazy } from "react";
import { withWords } from "./i18n.ts";

const SeatingEditor = lazy(() => withWords(import("../features/seating-editor/EditorPage.tsx"), "more", "plans"));
const PlanPreview = lazy(() => withWords(import("../features/pick-seats/PlanPreview.tsx"), "seats"));

/** The editor, with the plan as a fan's map shows it. */
export default function PlanEditor() {
  return <SeatingEditor preview={(plan) => <PlanPreview plan={plan} />} />;
}
