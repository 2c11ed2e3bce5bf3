#include "booking/app/message_letter.hpp"

#include "booking/app/show_letter.hpp"

namespace gelora::booking {

Letter message_letter(const MessageWords& words, const ShowText& show, const Addressee& to, const std::string& seller,
                      Language language, const std::string& public_url) {
  const auto say = [language](std::string_view id, std::string_view en) { return std::string{l10n::in(language, id, en)}; };
  const bool english = language == Language::en;
  const PlaceholderValues values{{"name", to.name},
                                 {"concert", name_of_show(show)},
                                 {"show_time", when_text(show, language)},
                                 {"venue", show.venue.name + ", " + show.venue.city},
                                 {"reference", to.reference}};
  Letter letter = letter_about(show, language);
  letter.subject = filled_in(english ? words.subject_en : words.subject_id, values);
  letter.heading = letter.subject;
  for (const auto& paragraph : paragraphs_of(english ? words.body_en : words.body_id))
    letter.paragraphs.push_back(filled_in(paragraph, values));
  letter.facts = {{say("Kode pesanan", "Booking"), to.reference}};
  letter.button = say("Lihat pesanan saya", "See my bookings");
  letter.link = public_url + "/tickets";
  letter.after = seller + say(" menulis ini kepada Anda karena Anda punya pesanan untuk pertunjukan ini.",
                              " writes this to you because you have a booking for this show.");
  return letter;
}

}  // namespace gelora::booking
