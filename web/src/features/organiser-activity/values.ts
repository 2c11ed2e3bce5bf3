// What a field was and is, as the reader says it.
import type { TFunction } from "i18next";
import { formatCount, formatMoney, type Money } from "../../lib/money.ts";
import { dayAndTime } from "../../lib/time.ts";
import type { ChangedValue, ToldRights } from "./api.ts";

const told = ["as_planned", "postponed", "cancelled", "fixed", "rotating", "rotating_or_printed", "draft", "sending", "paused", "sent", "on", "off", "given_up", "confirmed", "partially_refunded", "substituted", "awaiting_payment", "refund_pending", "refunded", "id", "en"] as const;
const wordy = new Set(["state", "ticket_codes", "status", "statuses", "language"]);
const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const mostListed = 12;

export interface Reader {
  t: TFunction;
  language: string;
  timezone: string | undefined;
}

const isEmpty = (value: ChangedValue | undefined): boolean => value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
const isMoney = (value: ChangedValue): value is Money => typeof value === "object" && value !== null && "amount_minor" in value;

function lengthOf(seconds: number, { t, language }: Reader): string {
  if (seconds !== 0 && seconds % 3600 === 0) return t("activity.hours", { count: seconds / 3600, formatted: formatCount(seconds / 3600, language) });
  return seconds % 60 === 0 ? t("activity.minutes", { count: seconds / 60 }) : t("activity.seconds", { count: seconds });
}

function wordOf(text: string, { t }: Reader): string {
  const word = told.find((each) => each === text);
  return word ? t(`activity.value_${word}`) : text;
}

function numberOf(field: string, value: number, reader: Reader): string {
  if (field.endsWith("_bp")) return `${formatCount(value / 100, reader.language)}%`;
  return field.endsWith("_s") ? lengthOf(value, reader) : formatCount(value, reader.language);
}

function listOf(field: string, list: readonly string[], reader: Reader): string {
  const words = list.slice(0, mostListed).map((one) => (wordy.has(field) ? wordOf(one, reader) : one)).join(", ");
  return list.length > mostListed ? `${words} ${reader.t("activity.and_more", { count: list.length - mostListed })}` : words;
}

/** Empty is said as well: a dash is not read out. */
export function valueOf(field: string, value: ChangedValue | undefined, reader: Reader): string {
  const { t, language, timezone } = reader;
  if (isEmpty(value) || value === null || value === undefined) return t("activity.nothing");
  if (typeof value === "boolean") return t(value ? "activity.yes" : "activity.no");
  if (typeof value === "number") return numberOf(field, value, reader);
  if (Array.isArray(value)) return listOf(field, value, reader);
  if (isMoney(value)) return formatMoney(value, language);
  if (field === "poster") return t("activity.picture");
  if (isInstant.test(value)) return dayAndTime(value, language, timezone || undefined);
  return wordy.has(field) ? wordOf(value, reader) : value;
}

/** "manager, 2 shows" */
export function rightsOf(rights: ToldRights, { t }: Reader): string {
  if (!rights) return t("activity.nothing");
  const role = t(`activity.value_${rights.role}`);
  return rights.show_count === null ? t("activity.all_shows", { role }) : t("activity.some_shows", { role, count: rights.show_count });
}
