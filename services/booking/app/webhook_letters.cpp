#include "booking/app/webhook_letters.hpp"

#include "booking/app/letter.hpp"
#include "l10n/language.hpp"

namespace gelora::booking {

mail::Message webhook_given_up_mail(const Webhook& webhook, const Contact& owner, const std::string& public_url) {
  const auto language = l10n::language_of(owner.locale);
  const auto say = [language](std::string_view id, std::string_view en) { return std::string{l10n::in(language, id, en)}; };
  const auto address = without_query(webhook.url);
  Letter letter;
  letter.language = language == l10n::Language::en ? "en" : "id";
  letter.subject = say("Webhook dimatikan setelah gagal berhari-hari", "A webhook was switched off after days of failures");
  letter.heading = letter.subject;
  letter.paragraphs = {say("Alamat ini tidak menerima apa pun dari kami, jadi kami berhenti memanggilnya:\n",
                           "This address took nothing from us, so we call it no more:\n") +
                           address,
                       say("Periksa penerimanya, lalu nyalakan lagi. Yang menunggu akan dikirim setelah itu.",
                           "Look at its receiver, then switch it on again. What waits is sent after that.")};
  letter.band = "#17130e";
  letter.show = "Webhook";
  letter.when = address;
  letter.button = say("Buka webhook", "Open the webhooks");
  letter.link = public_url + "/organiser/" + std::to_string(webhook.organisation) + "/webhooks";
  return {owner.email, letter.subject, to_text(letter), to_html(letter), {}};
}

}  // namespace gelora::booking
