#include "booking/app/transfer_letters.hpp"

#include <boost/json/parse.hpp>

#include "l10n/dates.hpp"

namespace gelora::booking {
namespace {

template <class IdType>
IdType id_in(const Receipt& receipt, const char* name) {
  const auto detail = boost::json::parse(receipt.detail);
  return parse_id_as<IdType>(std::string_view{detail.at(name).as_string()}).value();
}

pdf::Fact place_fact(const PlaceText& place, Language language) {
  const std::string label{place.standing ? "Area" : l10n::in(language, "Kursi", "Seat")};
  return {label, place.standing ? place.name : place.name + " · " + place_detail(place, language)};
}

Letter to_my_tickets(const ShowText& show, Language language, const std::string& public_url) {
  Letter letter = letter_about(show, language);
  letter.button = l10n::in(language, "Buka tiket saya", "Open my tickets");
  letter.link = public_url + "/tickets";
  return letter;
}

}  // namespace

Letter offer_letter(const ShowText& show, const OfferText& offer, Language language) {
  const auto say = [language](std::string_view id, std::string_view en) { return std::string{l10n::in(language, id, en)}; };
  const std::string from = offer.from.empty() ? say("Seseorang", "Somebody") : offer.from;
  const std::string until = l10n::long_date(offer.until, show.venue.timezone, language) + ", " +
                            l10n::time_of_day(offer.until, show.venue.timezone, language);
  Letter letter = letter_about(show, language);
  letter.subject = from + say(" memberi Anda tiket: ", " gives you a ticket: ") + name_of_show(show);
  letter.heading = from + say(" memberi Anda tiket", " gives you a ticket");
  letter.paragraphs = {say("Ambil tiketnya sebelum ", "Take it before ") + until +
                       say(". Anda perlu akun Gelora; bila belum punya, Anda bisa mendaftar di halaman yang sama.",
                           ". You need an account at Gelora for it; if you have none yet, you can register on the same page.")};
  letter.facts = {place_fact(offer.place, language), {say("Ambil sebelum", "Take it before"), until}};
  letter.button = say("Lihat dan ambil tiketnya", "See and take the ticket");
  letter.link = offer.link;
  letter.after = say(
      "Siapa pun yang memegang tautan ini bisa mengambil tiketnya; jangan diteruskan. Tidak mengenal pengirimnya? Abaikan saja "
      "email ini, tidak ada yang terjadi.",
      "Whoever has this link can take the ticket; do not pass it on. You do not know who sent it? Ignore this mail, and nothing "
      "happens.");
  return letter;
}

TransferId given_transfer(const Receipt& receipt) { return id_in<TransferId>(receipt, "transfer"); }
TicketId received_ticket(const Receipt& receipt) { return id_in<TicketId>(receipt, "ticket"); }

Letter ticket_given_letter(const Purchase& purchase, Language language, const std::string& public_url) {
  const auto say = [language](std::string_view id, std::string_view en) { return std::string{l10n::in(language, id, en)}; };
  Letter letter = to_my_tickets(purchase.show, language, public_url);
  letter.subject = say("Tiket Anda sudah diambil: ", "Your ticket was taken: ") + name_of_show(purchase.show);
  letter.heading = say("Tiket Anda sudah berpindah", "Your ticket has changed hands");
  letter.paragraphs = {purchase.given_to.empty() ? say("Tiket yang Anda berikan sudah diambil.", "The ticket you gave was taken.")
                                                 : say("Tiket yang Anda kirim ke ", "The ticket you offered to ") +
                                                       purchase.given_to + say(" sudah diambil.", " was taken."),
                       say("Kode QR lama Anda tidak berlaku lagi, juga yang sudah dicetak.",
                           "Your old QR code no longer works, nor does a printed one.")};
  if (purchase.given_place) letter.facts.push_back(place_fact(place_text(*purchase.hall, *purchase.given_place), language));
  if (!purchase.given_to.empty()) letter.facts.push_back({say("Dikirim ke", "Offered to"), purchase.given_to});
  letter.after = say("Bila bukan Anda yang memberikannya, segera ganti kata sandi Anda dan hubungi kami.",
                     "If it was not you who gave it, change your password now and write to us.");
  return letter;
}

Letter ticket_received_letter(const Purchase& purchase, Language language, const std::string& public_url) {
  const auto say = [language](std::string_view id, std::string_view en) { return std::string{l10n::in(language, id, en)}; };
  Letter letter = to_my_tickets(purchase.show, language, public_url);
  letter.subject = say("Tiket Anda: ", "Your ticket: ") + name_of_show(purchase.show);
  letter.heading = say("Tiketnya sekarang milik Anda", "The ticket is yours now");
  letter.paragraphs = {say("Kode lama di tangan pemberinya tidak berlaku lagi. Sampai jumpa di sana!",
                           "The old code of whoever gave it no longer works. See you there!")};
  add_codes(letter, purchase, language);
  const bool on_paper = purchase.show.codes != TicketCodes::rotating;
  letter.after =
      !on_paper
          ? say("Kodenya berganti setiap 15 detik: tunjukkan dari ponsel, di Tiketku. Bila pembelinya mengembalikan pesanannya, "
                "tiket ini ikut "
                "tidak berlaku, dan kami mengabari Anda.",
                "Its code changes every 15 seconds: show it on your telephone, in My tickets. If who bought it gives the booking "
                "back, this "
                "ticket ends with it, and we tell you.")
          : say("Tiketnya terlampir sebagai PDF. Tunjukkan kode QR di gerbang, dari ponsel atau dicetak; untuk satu orang dan "
                "satu kali "
                "masuk, jadi jangan dibagikan. Bila pembelinya mengembalikan pesanannya, tiket ini ikut tidak berlaku, dan kami "
                "mengabari Anda.",
                "It is attached as PDF. Show the QR code at the gate, on your telephone or on paper; it lets one person in, "
                "once, so keep "
                "it to yourself. If who bought it gives the booking back, this ticket ends with it, and we tell you.");
  return letter;
}

Letter ticket_ended_letter(const Receipt& receipt, const Purchase& purchase, Language language, const std::string& public_url) {
  const auto say = [language](std::string_view id, std::string_view en) { return std::string{l10n::in(language, id, en)}; };
  const auto place = boost::json::parse(receipt.detail).at("place").to_number<seats::SeatNo>();
  const bool called_off = !purchase.cancelled_because.empty();
  const bool free = purchase.booking.total.amount_minor == 0;
  Letter letter = to_my_tickets(purchase.show, language, public_url);
  if (!receipt.user) letter.button.clear();  // of no account
  letter.subject = (called_off ? say("Pertunjukan batal: ", "Show cancelled: ")
                               : say("Tiket Anda tidak berlaku lagi: ", "Your ticket is no longer valid: ")) +
                   name_of_show(purchase.show);
  letter.heading = called_off ? say("Pertunjukan ini batal", "This show is cancelled")
                              : say("Tiket Anda tidak berlaku lagi", "Your ticket is no longer valid");
  letter.paragraphs = {
      called_off ? say("Pertunjukan ini tidak jadi digelar. Tiket yang Anda terima tidak berlaku lagi.",
                       "The show will not take place. The ticket you were given is no longer valid.")
      : free     ? say("Penyelenggara menarik kembali tiket ini, jadi tidak bisa dipakai masuk.",
                       "The organiser has taken this ticket back, so it does not open the gate.")
                 : say("Pesanan dari tiket yang Anda terima dikembalikan, jadi tiketnya tidak bisa dipakai masuk.",
                       "The booking of the ticket you were given was given back, so the ticket does not open the gate.")};
  if (called_off) letter.paragraphs.push_back(say("Alasannya: ", "The reason: ") + purchase.cancelled_because);
  letter.facts = {place_fact(place_text(*purchase.hall, place), language)};
  letter.after = free ? say("Ada pertanyaan? Hubungi penyelenggara.", "Questions? Write to the organiser.")
                      : say("Uangnya kembali kepada yang membeli tiketnya. Maaf atas kekecewaannya.",
                            "The money goes back to who bought the ticket. We are sorry.");
  return letter;
}

}  // namespace gelora::booking
