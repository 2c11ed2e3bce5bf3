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
  const auto spoken = [&show, language](Instant at) {
    return l10n::long_date(at, show.venue.timezone, language) + ", " + l10n::time_of_day(at, show.venue.timezone, language);
  };
  if (notice.kind == NoticeKind::show_moved) {
    letter.subject = say("Tanggal baru: ", "A new date: ") + letter.show;
    letter.heading = say("Konsernya pindah tanggal", "The show has a new date");
    letter.paragraphs = {say("Tiket Anda tetap berlaku untuk tanggal yang baru. Tidak ada yang perlu Anda lakukan.",
                             "Your tickets are good for the new date. There is nothing that you have to do.")};
    letter.facts = {{say("Sebelumnya", "It was"), spoken(notice.moved_from)},
                    {say("Sekarang", "It is now"), spoken(show.starts_at)}};
    if (!notice.user) {
      letter.after = say("Tanggalnya tidak cocok? Tanyakan di loket, dan bawa tiketnya.",
                         "The date does not suit you? Ask at the counter, and bring the tickets.");
      return letter;
    }
    letter.button = say("Lihat tiket", "See my tickets");
    letter.link = public_url + "/tickets";
    if (notice.refund_until)
      letter.after = say("Tanggalnya tidak cocok? Anda dapat mengembalikan tiket sampai ",
                         "The date does not suit you? You can give the tickets back until ") +
                     spoken(*notice.refund_until) + ".";
    return letter;
  }
  const std::string until = spoken(notice.expires_at);
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
