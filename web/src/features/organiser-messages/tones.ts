import type { BadgeTone } from "../../ui/Badge.tsx";
import type { Message } from "./api.ts";

export const tones: Record<Message["status"], BadgeTone> = {
  draft: "quiet",
  sending: "spark",
  paused: "warn",
  sent: "good",
  cancelled: "bad",
};
