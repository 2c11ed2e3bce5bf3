import { useQueryClient } from "@tanstack/react-query";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { createWebhook, webhookEvents, webhooksQuery } from "./api.ts";
import { chosen, emptyWebhook, webhookForm } from "./forms.ts";

/** An address and what it is told; the secret that comes of it goes up. */
export function NewWebhook({ organisation, onSecret }: { organisation: string; onSecret: (secret: string) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { submit, field, failure, busy, form } = useCheckedForm(webhookForm, emptyWebhook, async ({ url, events }) => {
    const { secret } = await createWebhook(organisation, { url: url.trim(), events: chosen(events) });
    await queries.invalidateQueries(webhooksQuery(organisation));
    onSecret(secret);
  });
  const { error } = field("events");
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <Field label={t("hooks.url")} type="url" inputMode="url" autoComplete="off" spellCheck={false} maxLength={500} hint={t("hooks.url_hint")} {...field("url")} />
      <fieldset>
        <legend className="mb-1 text-sm font-bold">{t("hooks.events")}</legend>
        {webhookEvents.map((each) => (
          <label key={each} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input type="checkbox" value={each} className="size-5 shrink-0 accent-signal" {...form.register("events")} />
            <span className="min-w-0">
              {t(`hooks.event_${each.replace(".", "_")}` as "hooks.event_booking_confirmed")} <code className="block text-xs break-all text-soft">{each}</code>
            </span>
          </label>
        ))}
        {error && <p className="mt-1.5 text-sm font-semibold text-bad">{error}</p>}
      </fieldset>
      <ProblemNotice error={failure} />
      <Button type="submit" look="ink" busy={busy} className="self-start">
        {t("hooks.make")}
      </Button>
    </form>
  );
}
