import { describe, expect, it } from "vitest";
import { audienceWish, emptyMessage, messageFields, messageForm, messageWish, type MessageFields } from "./forms.ts";

const written: MessageFields = {
  subject: { id: "Pintu {venue}", en: "Doors" },
  body: { id: "Halo {name}", en: "Hi {name} :-{" },
  whom: { group: "refunded", zone_id: "7", admitted: "no", language: "en", shows: "one" },
};
const faults = (fields: MessageFields) => messageForm.safeParse(fields).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ?? [];

describe("the form of a message", () => {
  it("wants all words, within the bytes that are counted, with placeholders that there are", () => {
    expect(faults(written)).toEqual([]);
    expect(faults(emptyMessage)).toEqual(["subject.id messages.needed", "subject.en messages.needed", "body.id messages.needed", "body.en messages.needed"]);
    expect(faults({ ...written, subject: { id: "é".repeat(76), en: "{seat}" } })).toEqual(["subject.id messages.too_long", "subject.en messages.unknown_placeholder"]);
  });

  it("comes back from what was sent as it went", () => {
    const wish = messageWish(written);
    expect(messageFields({ ...wish, filter: wish.filter!, whole_concert: wish.whole_concert! })).toEqual(written);
    expect(wish.filter).toEqual({ statuses: ["refund_pending", "refunded"], zone_id: "7", admitted: false, language: "en" });
  });

  it("leaves the zone away for all shows", () => {
    expect(audienceWish({ ...written.whom, shows: "all" })).toMatchObject({ whole_concert: true, filter: { zone_id: null } });
  });
});
