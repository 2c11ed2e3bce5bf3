// How an answer looks and sounds.
import { dateParts } from "../../lib/time.ts";
import type { IconName } from "../../ui/Icon.tsx";
import type { Outcome } from "./gate.ts";
import type { Tone } from "./signals.ts";

export type Word = "admitted" | "left" | "already_admitted" | "refused" | "unknown";

export const wordOf = ({ answer }: Pick<Outcome, "answer">): Word => answer?.result ?? "unknown";

const tones: Record<Word, Tone> = { admitted: "good", left: "good", already_admitted: "again", refused: "bad", unknown: "again" };
export const toneOf = (outcome: Pick<Outcome, "answer">): Tone => tones[wordOf(outcome)];

/** A shape for each, for who sees no colours. */
export const iconOf: Record<Word, IconName> = { admitted: "check", left: "next", already_admitted: "alert", refused: "close", unknown: "wifi" };

/** "19:42", where the show is. */
export const clockOf = (at: string, language: string, timezone: string): string => dateParts(at, language, timezone).time.split(" ")[0]!;
