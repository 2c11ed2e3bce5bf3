// Why somebody should not have been let in, as the words for it.
import type { ScanConflict } from "./conflicts_api.ts";

const reasons = ["unknown-code", "bad-signature", "wrong-show", "void", "frozen", "wrong-zone", "code-too-old"] as const;

export interface Why {
  words: "before" | "before_at" | "later_at" | "void_since" | (typeof reasons)[number] | "other";
  gate?: string;
  since?: string;
}

/** The other admission is the earlier one, unless the gate that had no network came first and the other one could not know. */
export function whyOf({ result, reason, scanned_at, first_admitted_at, first_gate, void_since }: ScanConflict): Why {
  if (result === "already_admitted") {
    if (!first_admitted_at || !first_gate) return { words: "before" };
    return { words: Date.parse(first_admitted_at) > Date.parse(scanned_at) ? "later_at" : "before_at", gate: first_gate, since: first_admitted_at };
  }
  if (reason === "void" && void_since) return { words: "void_since", since: void_since };
  return { words: reasons.find((known) => known === reason) ?? "other" };
}
