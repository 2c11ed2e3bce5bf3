#include "booking/app/notice_letters.hpp"

#include "booking/app/show_letter.hpp"
#include "l10n/dates.hpp"

namespace gelora::booking {

Letter notice_letter(const Notice& notice, const ShowText& show, Language language, const std::string& public_url) {
  const auto say = [language](std::string_view id, std::string_view en) { return std::string{l10n::in(language, id, en)}; };
  Letter letter = letter_about(show, language);
  if (notice.kind == NoticeKind::sale_opened) {
    letter.subject = say("Penjualan dibuka: ", "On sale now: ") + letter.show;
    letter.heading = say("Tiketnya sudah dijual", "Tickets are on sale");
    letter.paragraphs = {say("Anda meminta kabar saat penjualan dibuka. Sekarang sudah.",
                             "You asked us to tell you when the sale opens. It just did.")};
    letter.button = say("Pilih kursi", "Choose seats");
    letter.link = public_url + "/shows/" + notice.show.text() + "/seats";
    letter.after = say("Kabar ini hanya sekali. Tidak ada tempat yang disimpan untuk Anda.",
                       "We tell you this once. No places are kept for you.");
    return letter;
  }
  const std::string until = l10n::long_date(notice.expires_at, show.venue.timezone, language) + ", " +
                            l10n::time_of_day(notice.expires_at, show.venue.timezone, language);
  letter.subject = say("Ada tempat untuk Anda: ", "Places for you: ") + letter.show;
  letter.heading = say("Giliran Anda", "It is your turn");
  letter.paragraphs = {say("Ada tempat yang bebas lagi, dan kami menyimpannya untuk Anda sampai ",
                           "Places are free again, and we keep them for you until ") +
                       until + "."};
  letter.facts = {{say("Jumlah tempat", "Places"), std::to_string(notice.quantity)},
                  {say("Disimpan sampai", "Kept until"), until}};
  letter.button = say("Lanjut ke pembayaran", "Go to checkout");
  letter.link = public_url + "/checkout/" + notice.hold.text();
  letter.after = say("Lewat waktu itu, tempatnya ditawarkan kepada yang berikutnya di daftar tunggu.",
                     "After that they are offered to the next person on the waitlist.");
  return letter;
}

}  // namespace gelora::booking
