// An entry of either trail, as a sentence, its fields and the page that it is about.
import type { Change, TeamChange } from "./api.ts";
import { rightsOf, valueOf, type Reader } from "./values.ts";

export const events = [
  "concert_created", "concert_changed", "concert_deleted", "poster_changed", "show_created", "show_copied", "show_changed", "show_deleted", "show_published", "show_withdrawn", "show_postponed", "show_cancelled",
  "rules_changed", "waiting_room_set", "waiting_room_removed", "promo_code_created", "promo_code_ended", "plan_created", "plan_changed", "plan_published", "plan_deleted", "venue_created", "venue_changed",
  "message_created", "message_changed", "message_deleted", "message_tested", "message_begun", "message_paused", "message_sending", "message_cancelled", "webhook_created", "webhook_changed", "webhook_deleted",
  "webhook_secret_replaced", "booking_noted", "booking_moved", "ticket_renamed", "places_kept", "places_released", "capacity_changed", "organisation_founded", "organisation_renamed", "member_invited",
  "invitation_withdrawn", "invitation_accepted", "role_changed", "member_removed", "member_left", "api_key_created", "api_key_revoked", "machine_revoked", "gate_device_invited", "gate_device_enrolled", "gate_device_revoked",
] as const;
export const fields = [
  "plan", "starts_at", "opens_at", "closes_at", "ends_at", "currency", "max_tickets", "hold_ttl_s", "pay_ttl_s", "published", "state", "tax_bp", "tax_included", "refund_before_s", "refund_keeps_fees", "ticket_codes", "reentry",
  "presale_opens_at", "presale_code", "room_shoppers", "room_turn_s", "room_gathers_s", "price", "fee", "gate", "zones", "zone", "title", "artist", "genre", "description_id", "description_en", "colours", "poster", "reason", "name",
  "city", "timezone", "address", "places", "faults", "percent_bp", "amount", "max_uses", "per_person", "ended", "url", "events", "status", "subject_id", "subject_en", "body_id", "body_en", "whole_concert", "statuses", "admitted",
  "language", "tested", "recipients", "attendee", "capacity", "role",
] as const;

export interface Line {
  label: string;
  /** Nothing where there was none to begin with. */
  before?: string | undefined;
  after: string;
}
export interface Told {
  id: string;
  at: string;
  by: string | null;
  sentence: string;
  /** What differs; of what is new or gone all that it is. */
  lines: Line[];
  /** Its lines stand in the sentence, or are a list of what is new: not shown at once. */
  folded: boolean;
  about: string;
  to?: string | undefined;
}

const said = new Set(["published", "ended"]); // by the sentence
const changing = new Set<string>(["show_changed", "rules_changed", "concert_changed", "venue_changed", "webhook_changed", "role_changed"]);

const eventOf = (event: string) => events.find((each) => each === event) ?? "other";

function labelOf(field: string, of: string | null, { t }: Reader): string {
  const known = fields.find((each) => each === field);
  const label = known ? t(`activity.field_${known}`) : field.replaceAll("_", " ");
  return of ? t("activity.field_of", { field: label, of }) : label;
}

function pageOf({ topic, event, concert, show, subject }: Change, organisation: string, runsAll: boolean): string | undefined {
  const at = `/organiser/${organisation}`;
  const gone = event.endsWith("_deleted");
  const of_show = show?.exists ? `${at}/shows/${show.id}` : undefined;
  if (topic === "messages") return of_show && (gone || !subject ? `${of_show}/messages` : `${of_show}/messages/${subject.id}`);
  if (topic === "places") return of_show && `${of_show}?section=${event.startsWith("places") ? "house_seats" : "bookings"}`;
  if (topic === "bookings") return of_show && `${of_show}?section=bookings`;
  if (topic === "promo_codes") return of_show && `${of_show}?section=promo_codes`;
  if (topic === "halls") return event.startsWith("plan_") && !gone && subject ? `${at}/plans/${subject.id}` : `${at}/plans`;
  if (topic === "webhooks") return `${at}/webhooks`;
  if (show && (!show.exists || !runsAll)) return of_show;
  if (!concert?.exists) return undefined;
  return show ? `${at}/concerts/${concert.id}/shows/${show.id}` : `${at}/concerts/${concert.id}`;
}

/** The one field that differs is said in the sentence itself. */
function sentenceOf(event: string, lines: readonly Line[], words: { who: string; what: string; name: string }, { t }: Reader): string {
  const [line] = lines;
  if (line && lines.length === 1 && changing.has(event) && event !== "role_changed") return t("activity.one_field", { who: words.who, field: line.label, before: line.before ?? t("activity.nothing"), after: line.after });
  return t(`activity.event_${eventOf(event)}`, words);
}

export function toldChange(change: Change, who: string, organisation: string, runsAll: boolean, reader: Reader): Told {
  const { id, at, by, event, concert, show, subject } = change;
  const there = { ...reader, timezone: show?.timezone || reader.timezone };
  const lines = change.fields
    .filter(({ field }) => !said.has(field))
    .map(({ field, of, before, after }): Line => ({ label: labelOf(field, of, reader), before: before === null && !changing.has(event) ? undefined : valueOf(field, before, there), after: valueOf(field, after, there) }));
  const one = lines.length === 1 && changing.has(event);
  const sentence = sentenceOf(event, lines, { who, what: concert?.title ?? "", name: subject?.name || reader.t("activity.somebody") }, reader);
  const about = [concert?.title, show?.starts_at && valueOf("starts_at", show.starts_at, there)].filter(Boolean).join(" · ");
  const whole = /_(created|copied|deleted)$/.test(event);
  return { id, at, by, sentence, lines: one ? [] : lines, folded: whole || lines.length > 6, about, to: pageOf(change, organisation, runsAll) };
}

export function toldTeamChange(change: TeamChange, who: string, organisation: string, reader: Reader): Told {
  const { t } = reader;
  const left = change.event === "member_removed" && change.by === change.user;
  const name = change.user_name ?? t("activity.former");
  const sentence = sentenceOf(left ? "member_left" : change.event, [], { who, what: "", name }, reader);
  const some = change.before ?? change.after;
  const lines = some ? [{ label: t("activity.field_role"), before: change.before ? rightsOf(change.before, reader) : undefined, after: rightsOf(change.after, reader) }] : [];
  const section = /key/.test(change.event) ? "keys" : /gate/.test(change.event) ? "gates" : "team";
  return { id: `t${change.id}`, at: change.at, by: change.by, sentence, lines, folded: false, about: "", to: `/organiser/${organisation}?section=${section}` };
}
