import { readableOn } from "../../lib/colour.ts";
import type { Mail } from "./api.ts";

/** A mail as its reader's program shows it. */
export function MailCard({ mail, language }: { mail: Mail; language: "id" | "en" }) {
  return (
    <article lang={language} className="overflow-hidden rounded-lg border-[1.5px] border-rule bg-card" data-testid={`mail-${language}`}>
      <p className="px-6 pt-5 font-extrabold">gelora</p>
      <h3 className="px-6 pt-3 text-2xl leading-tight font-extrabold break-words">{mail.subject}</h3>
      {mail.paragraphs.map((paragraph, index) => (
        <p key={index} className="px-6 pt-3 break-words whitespace-pre-line">
          {paragraph}
        </p>
      ))}
      <div className="mt-5 px-6 py-5" style={{ background: mail.colour, color: readableOn(mail.colour) }}>
        <p className="text-xl leading-tight font-extrabold break-words">{mail.show}</p>
        <p className="pt-2 text-sm font-bold">{mail.when}</p>
        <p className="text-sm">{mail.where}</p>
      </div>
      <dl className="px-6 pt-4">
        {mail.facts.map(({ label, value }) => (
          <div key={label} className="flex justify-between gap-4 border-t border-hair py-2 text-sm">
            <dt className="text-soft">{label}</dt>
            <dd className="font-bold break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="px-6 pt-4">
        <span className="inline-block rounded-md bg-ink px-5 py-3 font-bold text-paper">{mail.button}</span>
      </p>
      <p className="px-6 pt-4 pb-6 text-sm text-soft">{mail.after}</p>
    </article>
  );
}
