import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import type { Change, TeamChange } from "./api.ts";
import { events, fields, toldChange, toldTeamChange } from "./sentences.ts";

const words = import.meta.glob<object>("../../app/locales/*.activity.json", { eager: true, import: "default" });
const textOf = (language: string) => words[`../../app/locales/${language}.activity.json`] as { activity: Record<string, string> };

beforeAll(async () => {
  await i18next.init({ lng: "en", resources: { en: { translation: textOf("en") }, id: { translation: textOf("id") } }, interpolation: { escapeValue: false }, showSupportNotice: false });
});

const reader = (language: string) => ({ t: i18next.getFixedT(language), language, timezone: undefined });
const concert = { id: "3", title: "Malam Nada", exists: true };
const show = { id: "4", starts_at: "2027-05-01T12:00:00Z", timezone: "Asia/Makassar", venue: "Aula", exists: true };
const change = (more: Partial<Change>): Change => ({ id: "1.c.2", at: "2027-03-10T05:00:00Z", topic: "rules", event: "rules_changed", by: "9", concert, show, subject: null, fields: [], ...more });
const told = (more: Partial<Change>, language = "en", runsAll = true) => toldChange(change(more), "Rina", "7", runsAll, reader(language));
const price = { field: "price", of: "Festival", before: { amount_minor: 350_000, currency: "IDR" }, after: { amount_minor: 375_000, currency: "IDR" } };

it.each(["en", "id"])("has a sentence for every event and a word for every field in %s", (language) => {
  const { activity } = textOf(language);
  expect([...events.map((event) => `event_${event}`), ...fields.map((field) => `field_${field}`)].filter((key) => !activity[key])).toEqual([]);
});

describe("a change", () => {
  it("of one field is said in one sentence", () => {
    expect(told({ fields: [price] })).toMatchObject({ sentence: "Rina changed the price of Festival: Rp350.000 → Rp375.000", lines: [] });
    expect(told({ fields: [price] }, "id").sentence).toBe("Rina mengubah harga Festival: Rp350.000 → Rp375.000");
  });

  it("of several names each, in the hall's own time", () => {
    const { sentence, lines } = told({ fields: [price, { field: "opens_at", of: null, before: null, after: "2027-04-01T03:00:00Z" }, { field: "reentry", of: null, before: false, after: true }, { field: "tax_bp", of: null, before: 0, after: 1150 }, { field: "refund_before_s", of: null, before: 172_800, after: null }] });
    expect(sentence).toBe("Rina changed prices or rules of Malam Nada");
    expect(lines.map(({ before, after }) => [before, after])).toEqual([["Rp350.000", "Rp375.000"], ["none", "1 Apr 2027, 11:00 WITA"], ["off", "on"], ["0%", "11,5%"], ["48 h", "none"]]);
  });

  it("of what is new is folded, and leads to it", () => {
    expect(told({ topic: "shows", event: "show_created", fields: [price] })).toMatchObject({ sentence: "Rina wrote a show of Malam Nada", folded: true, to: "/organiser/7/concerts/3/shows/4", about: "Malam Nada · 1 May 2027, 20:00 WITA" });
    expect(told({ topic: "shows", event: "show_created" }, "en", false).to).toBe("/organiser/7/shows/4");
  });

  it("of what is gone leads nowhere", () => {
    expect(told({ topic: "shows", event: "show_deleted", show: { ...show, exists: false } }).to).toBeUndefined();
    expect(told({ topic: "shows", event: "concert_deleted", show: null, concert: { ...concert, exists: false } }).to).toBeUndefined();
    expect(told({ topic: "messages", event: "message_deleted", subject: { id: "5", name: "Halo" } })).toMatchObject({ sentence: "Rina deleted the message “Halo”", to: "/organiser/7/shows/4/messages" });
  });

  it("that is not known yet is told as it is", () => {
    expect(told({ event: "moon_painted", fields: [{ field: "far_side", of: null, before: "a", after: "b" }] })).toMatchObject({ sentence: "Rina changed something", lines: [{ label: "far side", before: "a", after: "b" }] });
  });

  it("names many places, and then how many more", () => {
    const places = Array.from({ length: 20 }, (_, i) => `A-${i + 1}`);
    const { sentence, lines } = told({ topic: "places", event: "places_kept", subject: { id: "8", name: "Sponsor" }, fields: [{ field: "places", of: null, before: null, after: places }] });
    expect(sentence).toBe("Rina kept places for Sponsor");
    expect(lines[0]!.after).toMatch(/^A-1, .*A-12 and 8 more$/);
  });
});

it("tells of the team: who became what", () => {
  const team = (more: Partial<TeamChange>): TeamChange => ({ id: "12", at: "2027-03-10T05:00:00Z", event: "role_changed", by: "9", by_name: "Rina", user: "10", user_name: "Dimas", machine: null, before: { role: "gate", show_ids: [], show_count: null }, after: { role: "manager", show_ids: [], show_count: 2 }, ...more });
  const tell = (more: Partial<TeamChange>) => toldTeamChange(team(more), "Rina", "7", reader("en"));
  expect(tell({})).toMatchObject({ sentence: "Rina changed what Dimas may do", lines: [{ before: "gate, all shows", after: "manager, 2 shows" }], to: "/organiser/7?section=team" });
  expect(tell({ event: "member_removed", after: null })).toMatchObject({ sentence: "Rina removed Dimas from the team", lines: [{ after: "none" }] });
  expect(tell({ event: "member_removed", by: "10", user_name: null, after: null }).sentence).toBe("A former member or program left the team");
  expect(tell({ event: "api_key_created", user: null, user_name: null, before: null, after: { role: "box_office", show_ids: [], show_count: null } })).toMatchObject({ sentence: "Rina made an API key", to: "/organiser/7?section=keys" });
});
