// What the form of a webhook asks for; messages are keys of the locale files.
import { z } from "zod/mini";
import { webhookEvents, type WebhookEvent } from "./api.ts";

/** Where it may be called at all, the service knows. */
const isAddress = (value: string) => /^https?:\/\/[^\s/@]+(\/\S*)?$/.test(value) && value.length <= 500;

export const webhookForm = z.object({
  url: z.string().check(z.trim(), z.refine(isAddress, "hooks.url_wrong")),
  events: z.array(z.string()).check(z.minLength(1, "hooks.no_events")),
});
export const emptyWebhook = { url: "", events: ["booking.confirmed"] as string[] };
export const chosen = (events: readonly string[]): WebhookEvent[] => webhookEvents.filter((each) => events.includes(each));
