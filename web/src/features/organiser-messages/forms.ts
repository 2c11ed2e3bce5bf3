// What the form of a message asks for, as a zod schema, and what is sent of it; messages are keys of the locale files.
import { z } from "zod/mini";
import type { Audience, Message, MessageWish } from "./api.ts";

export const placeholders = ["name", "concert", "show_time", "venue", "reference"] as const;

/** The services count bytes. */
const fits = (bytes: number) => (value: string) => new TextEncoder().encode(value).length <= bytes;
const known = (value: string) => [...value.matchAll(/\{([^{}\n]{1,40})\}/g)].every(([, name]) => (placeholders as readonly string[]).includes(name!));
const words = (bytes: number) =>
  z.string().check(
    z.refine((value) => value.trim() !== "", "messages.needed"),
    z.refine(fits(bytes), "messages.too_long"),
    z.refine(known, "messages.unknown_placeholder"),
  );
const both = (bytes: number) => z.object({ id: words(bytes), en: words(bytes) });

/** Whom a message is for, by their booking. */
export const groups = {
  tickets: ["confirmed", "partially_refunded", "substituted"],
  unpaid: ["awaiting_payment"],
  refunded: ["refund_pending", "refunded"],
} as const;
export type Group = keyof typeof groups;

export interface Whom {
  group: string;
  zone_id: string;
  admitted: string;
  language: string;
  shows: string;
}
export const messageForm = z.object({
  subject: both(150),
  body: both(5000),
  whom: z.object({ group: z.string(), zone_id: z.string(), admitted: z.string(), language: z.string(), shows: z.string() }),
});
export type MessageFields = z.infer<typeof messageForm>;

const everybody: Whom = {
  group: "tickets",
  zone_id: "",
  admitted: "",
  language: "",
  shows: "one",
};
export const emptyMessage: MessageFields = {
  subject: { id: "", en: "" },
  body: { id: "", en: "" },
  whom: everybody,
};

const groupOf = (statuses: readonly string[] = []): Group => (Object.keys(groups) as Group[]).find((each) => groups[each][0] === statuses[0]) ?? "tickets";
export const messageFields = ({ subject, body, filter, whole_concert }: Pick<Message, "subject" | "body" | "filter" | "whole_concert">): MessageFields => ({
  subject: { ...subject },
  body: { ...body },
  whom: {
    group: groupOf([...(filter.statuses ?? [])].sort((a, b) => rank(a) - rank(b))),
    zone_id: filter.zone_id ?? "",
    admitted: typeof filter.admitted === "boolean" ? (filter.admitted ? "yes" : "no") : "",
    language: filter.language ?? "",
    shows: whole_concert ? "all" : "one",
  },
});
const order: readonly string[] = Object.values(groups).flat();
const rank = (status: string) => order.indexOf(status);

/** A zone is one show's: it does not count for all of them. */
export const audienceWish = ({ group, zone_id, admitted, language, shows }: Whom): Audience => ({
  whole_concert: shows === "all",
  filter: {
    statuses: [...groups[group as Group]],
    zone_id: shows === "all" || zone_id === "" ? null : zone_id,
    admitted: admitted === "" ? null : admitted === "yes",
    language: language === "" ? null : (language as "id" | "en"),
  },
});
export const messageWish = ({ subject, body, whom }: MessageFields): MessageWish => ({ subject, body, ...audienceWish(whom) });
