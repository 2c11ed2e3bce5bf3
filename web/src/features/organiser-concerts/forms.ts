// What the forms of concerts and shows ask for, and what is sent of it; messages are keys of the locale files. Numbers are text while
// they are typed. Fields are named as the service names them, so that its errors stand at their fields.
import { z } from "zod/mini";
import { parseMinor, typedMinor } from "../../lib/typed_money.ts";
import type { Concert, ConcertWish, Plan, Show, ShowChange, ShowsWish } from "./api.ts";

const fits = (bytes: number) => (value: string) => new TextEncoder().encode(value).length <= bytes;
const words = (most: number) => z.string().check(z.trim(), z.minLength(1, "written.needed"), z.refine(fits(most), "written.too_long"));
const whole = (least: number, most: number) => z.string().check(z.trim(), z.refine((value) => /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most, "written.number_wrong"));
const clock = (value: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value);
const local = z.string().check(z.refine(clock, "written.time_wrong"));
const mostMinor = 1_000_000_000_000;

export const concertForm = z.object({
  title: words(200),
  artist: words(200),
  genre: words(100),
  description: z.object({ id: z.string().check(z.refine(fits(4000), "written.too_long")), en: z.string().check(z.refine(fits(4000), "written.too_long")) }),
  colours: z.array(z.string()),
});
export type ConcertFields = z.infer<typeof concertForm>;
export const emptyConcert: ConcertFields = { title: "", artist: "", genre: "", description: { id: "", en: "" }, colours: ["#1b1464", "#e84a5f", "#ffd166"] };
export const concertFields = ({ title, artist, genre, description, colours }: Concert): ConcertFields => ({ title, artist, genre, description: { id: description.id ?? "", en: description.en ?? "" }, colours: [...colours] });
export const concertWish = (fields: ConcertFields): ConcertWish => ({ ...fields, title: fields.title.trim(), artist: fields.artist.trim(), genre: fields.genre.trim() });

export interface ShowFields {
  plan_id: string;
  /** One, or of new shows several. */
  dates: { at: string }[];
  opens_at_local: string;
  closes_before_start_min: string;
  max_tickets_per_user: string;
  hold_min: string;
  zones: { price: string; fee: string }[];
}
export const currency = "IDR";

export const showForm = (money: string) => {
  const amount = z.string().check(z.refine((value) => (parseMinor(value, money) ?? mostMinor + 1) <= mostMinor, "written.price_wrong"));
  return z.object({
    plan_id: z.string().check(z.minLength(1, "written.needed")),
    dates: z.array(z.object({ at: local })),
    opens_at_local: z.string().check(z.refine((value) => value === "" || clock(value), "written.time_wrong")),
    closes_before_start_min: whole(0, 527_040),
    max_tickets_per_user: whole(1, 100),
    hold_min: whole(1, 60),
    zones: z.array(z.object({ price: amount, fee: amount })),
  });
};

export const emptyShow = (plan: Plan): ShowFields => ({
  plan_id: plan.id,
  dates: [{ at: "" }],
  opens_at_local: "",
  closes_before_start_min: "60",
  max_tickets_per_user: "6",
  hold_min: "10",
  zones: plan.zones.map(() => ({ price: "", fee: "0" })),
});

export const showFields = (show: Show): ShowFields => ({
  plan_id: show.plan.id,
  dates: [{ at: show.starts_at_local }],
  opens_at_local: show.opens_at_local,
  closes_before_start_min: String(Math.round(show.closes_before_start_s / 60)),
  max_tickets_per_user: String(show.max_tickets_per_user),
  hold_min: String(Math.round(show.hold_ttl_s / 60)),
  zones: show.zones.map(({ price, fee }) => ({ price: typedMinor(price), fee: typedMinor(fee) })),
});

const terms = (fields: ShowFields, money: string) => ({
  ...(fields.opens_at_local && { opens_at_local: fields.opens_at_local }),
  closes_before_start_s: Number(fields.closes_before_start_min) * 60,
  max_tickets_per_user: Number(fields.max_tickets_per_user),
  hold_ttl_s: Number(fields.hold_min) * 60,
  zones: fields.zones.map(({ price, fee }, zone_no) => ({ zone_no, price_minor: parseMinor(price, money)!, fee_minor: parseMinor(fee, money)! })),
});
export const showsWish = (fields: ShowFields): ShowsWish => ({ plan_id: fields.plan_id, dates: fields.dates.map(({ at }) => at), currency, ...terms(fields, currency) });
/** The plan and the date only where they may change. */
export const showChange = (fields: ShowFields, show: Show): ShowChange => ({
  ...terms(fields, show.currency),
  ...(!show.was_published && { plan_id: fields.plan_id }),
  ...(show.status === "draft" && { starts_at_local: fields.dates[0]!.at }),
});
