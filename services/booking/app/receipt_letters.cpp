#include "booking/app/receipt_letters.hpp"

#include <boost/json/parse.hpp>
#include <stdexcept>

#include "booking/app/transfer_letters.hpp"
#include "l10n/amounts.hpp"
#include "l10n/dates.hpp"

namespace gelora::booking {
namespace {

struct Writer {
  const Receipt& receipt;
  const Purchase& purchase;
  Language language;
  const std::string& public_url;

  std::string say(std::string_view id, std::string_view en) const { return std::string{l10n::in(language, id, en)}; }
  std::string amount(Money money) const { return l10n::amount(money, language); }
  std::string name() const { return name_of_show(purchase.show); }

  // Of no account, which has no page of its bookings.
  bool at_counter() const { return !purchase.booking.user; }

  // What all of them have.
  Letter blank() const {
    Letter letter = letter_about(purchase.show, language);
    letter.facts = {{say("Kode pesanan", "Booking"), purchase.booking.reference}};
    if (at_counter()) return letter;
    letter.button = say("Buka pesanan saya", "Open my booking");
    letter.link = public_url + "/bookings/" + purchase.booking.id.text();
    return letter;
  }

  void add_tickets(Letter& letter) const {
    const bool on_paper = purchase.show.codes != TicketCodes::rotating;
    add_codes(letter, purchase, language);
    letter.facts.push_back({say("Total dibayar", "Total paid"), amount(purchase.booking.total)});
    if (!on_paper) {
      letter.after = say(
          "Kode QR pertunjukan ini berganti setiap 15 detik: tunjukkan dari ponsel, di Tiketku. Buka sekali sebelum berangkat, "
          "setelah itu tiket terbuka tanpa jaringan. Invoice terlampir.",
          "The QR codes of this show change every 15 seconds: show them on your telephone, in My tickets. Open it once before "
          "you "
          "leave; after that it needs no network. The invoice is attached.");
      return;
    }
    letter.after = say(
        "Tiket dan invoice terlampir sebagai PDF. Tunjukkan kode QR di gerbang, dari ponsel atau dicetak. Setiap kode untuk satu "
        "orang dan satu kali masuk; jangan dibagikan.",
        "The tickets and the invoice are attached as PDF. Show the QR codes at the gate, on your telephone or on paper. Each "
        "lets "
        "one person in, once; keep them to yourself.");
  }

  void add_replaced(Letter& letter) const {
    if (purchase.booking.replaced.empty()) return;
    std::string labels;
    for (const auto& one : purchase.booking.replaced) labels += (labels.empty() ? "" : ", ") + one;
    letter.facts.push_back({say("Sebagai ganti", "Instead of"), labels});
  }

  Letter tickets(bool again) const {
    Letter letter = blank();
    letter.subject =
        say(again ? "Tiket Anda, sekali lagi: " : "Tiket Anda: ", again ? "Your tickets once more: " : "Your tickets: ") + name();
    letter.heading = again ? say("Ini tiket Anda, sekali lagi", "Here are your tickets, once more")
                           : say("Tiket Anda sudah siap", "Your tickets are here");
    letter.paragraphs = {again          ? say("Anda meminta email ini dikirim ulang.", "You asked for this mail again.")
                         : at_counter() ? say("Dibeli di loket. Sampai jumpa di sana!", "Bought at the counter. See you there!")
                                        : say("Pembayaran sudah kami terima. Sampai jumpa di sana!",
                                              "We have received your payment. See you there!")};
    add_replaced(letter);
    add_tickets(letter);
    return letter;
  }

  static std::string joined(const boost::json::value& labels) {
    std::string out;
    for (const auto& one : labels.as_array()) {
      if (!out.empty()) out += ", ";
      out += std::string_view{one.as_string()};
    }
    return out;
  }

  // To the buyer, or to whom the buyer gave one of the tickets.
  Letter moved() const {
    const auto detail = boost::json::parse(receipt.detail);
    Letter letter = blank();
    letter.subject = say("Kursi Anda dipindah: ", "Your seats were moved: ") + name();
    letter.heading = say("Penyelenggara memindahkan kursi Anda", "The organiser moved you to other seats");
    letter.paragraphs = {
        say("Zona dan harganya tetap. Kode QR yang lama tidak berlaku lagi, juga yang sudah dicetak; ini yang baru.",
            "Zone and price stay the same. The old QR codes no longer work, nor do printed ones; here are the new ones.")};
    add_codes(letter, purchase, language);
    letter.facts = {{say("Kursi lama", "Old seats"), joined(detail.at("old"))},
                    {say("Kursi baru", "New seats"), joined(detail.at("new"))}};
    if (purchase.booking.reference.empty()) {
      letter.button = say("Buka tiket saya", "Open my tickets");
      letter.link = public_url + "/tickets";
    } else {
      letter.facts.push_back({say("Kode pesanan", "Booking"), purchase.booking.reference});
    }
    letter.after = say("Ada pertanyaan? Hubungi penyelenggara sebelum hari pertunjukan.",
                       "Questions? Write to the organiser before the day of the show.");
    return letter;
  }

  Letter substituted() const {
    const auto detail = boost::json::parse(receipt.detail);
    const auto decline_by = parse_rfc3339(std::string_view{detail.at("decline_by").as_string()}).value();
    const std::string until = l10n::long_date(decline_by, purchase.show.venue.timezone, language) + ", " +
                              l10n::time_of_day(decline_by, purchase.show.venue.timezone, language);
    Letter letter = blank();
    letter.subject = say("Kursi lain untuk Anda: ", "Other seats for you: ") + name();
    letter.heading = say("Kursi Anda berubah", "Your seats have changed");
    letter.paragraphs = {
        say("Pembayaran Anda tiba setelah batas waktu, dan kursi pilihan Anda sudah terlepas. Kami memberi Anda tempat yang "
            "setara "
            "di zona yang sama, dengan harga yang sama.",
            "Your payment arrived after its time was up, and the seats you chose were gone. We gave you equal ones in the same "
            "zone, "
            "at the same price."),
        say("Tidak cocok? Tolak sebelum ", "Not what you want? Decline before ") + until +
            say(" di halaman pesanan Anda, dan seluruh uang Anda kembali. Jika cocok, tidak perlu melakukan apa pun.",
                " on the page of your booking, and all of your money comes back. If they are fine, there is nothing to do.")};
    letter.facts.push_back({say("Kursi semula", "Seats you chose"), joined(detail.at("old"))});
    letter.facts.push_back({say("Kursi sekarang", "Seats you have"), joined(detail.at("new"))});
    letter.facts.push_back({say("Tolak sebelum", "Decline before"), until});
    letter.button = say("Lihat atau tolak", "See or decline");
    add_tickets(letter);
    return letter;
  }

  std::string why(RefundReason reason) const {
    switch (reason) {
      case RefundReason::organiser: return say("Penyelenggara mengembalikan uang Anda.", "The organiser gives you money back.");
      case RefundReason::second_payment:
      case RefundReason::second_capture:
        return say("Pesanan ini terbayar dua kali. Pembayaran yang kedua kami kembalikan; tiket Anda tetap berlaku.",
                   "This booking was paid twice. The second payment goes back; your tickets stay as they are.");
      case RefundReason::wrong_amount:
        return say("Jumlah yang masuk tidak sama dengan harga pesanan, jadi kami mengembalikannya.",
                   "What arrived was not the price of the booking, so it goes back.");
      case RefundReason::wrong_account:
        return say("Uangnya masuk ke rekening yang bukan untuk pesanan ini, jadi kami mengembalikannya.",
                   "The money went to an account that is not for this booking, so it goes back.");
      case RefundReason::late:
        return say("Pembayaran Anda tiba setelah batas waktunya, dan tidak ada lagi tempat yang setara dengan harga yang sama.",
                   "Your payment arrived after its time was up, and no equal places at the same price were left.");
      case RefundReason::cancelled:
        return say("Saat pembayaran Anda tiba, pesanan ini sudah dibatalkan.",
                   "This booking had been cancelled when your payment arrived.");
      case RefundReason::cancelled_by_buyer:
        return say("Anda mengembalikan tiket pesanan ini. Tiketnya tidak berlaku lagi.",
                   "You gave the tickets of this booking back. They are no longer valid.");
      case RefundReason::declined:
        return say("Anda menolak kursi pengganti. Tiketnya tidak berlaku lagi.",
                   "You declined the other seats. Their tickets are no longer valid.");
      case RefundReason::show_cancelled:
        return say("Pertunjukannya batal. Tiketnya tidak berlaku lagi.",
                   "The show was cancelled. Its tickets are no longer valid.");
      case RefundReason::dispute_lost:
        return say(
            "Bank Anda memutuskan sanggahan atas pembayaran ini dan mengembalikan uangnya kepada Anda. Tiketnya tidak berlaku "
            "lagi.",
            "Your bank decided the dispute of this payment and gave you the money back. The tickets are no longer valid.");
      case RefundReason::at_provider:
        return say("Uangnya dikembalikan langsung di penyedia pembayaran.",
                   "The money was given back directly at the payment provider.");
      case RefundReason::rest:
        return say("Tiket pesanan ini tidak berlaku lagi. Sisa harganya juga kembali kepada Anda.",
                   "The tickets of this booking are no longer valid. What was left of their price goes back to you as well.");
      case RefundReason::nothing_left:
        return say("Seluruh uang pesanan ini sudah kembali.", "All the money of this booking is back already.");
    }
    throw std::invalid_argument("a refund for an unknown reason");
  }

  Letter refund() const {
    const RefundDetail detail = refund_detail(receipt);
    const bool by_the_bank = detail.reason == RefundReason::dispute_lost;
    Letter letter = blank();
    letter.subject = (by_the_bank ? say("Sanggahan diputuskan, uang Anda kembali: ", "Dispute decided, your money is back: ")
                                  : say("Uang Anda kembali: ", "Your money is on its way back: ")) +
                     name();
    letter.heading = amount(detail.amount) + (by_the_bank ? say(" kembali lewat bank Anda", " came back through your bank")
                                                          : say(" kembali ke Anda", " goes back to you"));
    letter.paragraphs = {why(detail.reason)};
    if (!detail.words.empty()) letter.paragraphs.push_back(say("Alasannya: ", "The reason: ") + detail.words);
    letter.facts.push_back({say("Jumlah", "Amount"), amount(detail.amount)});
    letter.after = by_the_bank ? say("Bank Anda sudah memegang uangnya; dari kami tidak ada lagi yang perlu dikirim.",
                                     "Your bank has the money already; nothing more of it comes from us.")
                               : comes_back();
    return letter;
  }

  std::string comes_back() const {
    if (at_counter()) return say("Uangnya dibayarkan di loket.", "It was paid out at the counter.");
    return say("Uang kembali lewat cara Anda membayar. Bank biasanya memerlukan beberapa hari kerja.",
               "It comes back the way you paid. Banks usually take a few working days.");
  }

  // Money that bought nothing: it came too late, or for what was cancelled by then.
  Letter late_refund() const {
    const RefundDetail detail = refund_detail(receipt);
    Letter letter = blank();
    if (detail.reason == RefundReason::show_cancelled) {
      letter.subject = say("Pertunjukan batal, uang Anda kembali: ", "Show cancelled, your money comes back: ") + name();
      letter.heading = say("Pertunjukan ini batal", "This show is cancelled");
      letter.paragraphs = {say("Saat pembayaran Anda tiba, pertunjukannya sudah dibatalkan.",
                               "The show had been cancelled when your payment arrived.")};
    } else if (detail.reason == RefundReason::cancelled) {
      letter.subject = say("Pesanan sudah dibatalkan, uang Anda kembali: ", "Cancelled before, your money comes back: ") + name();
      letter.heading = say("Pesanan ini sudah dibatalkan", "This booking was cancelled");
      letter.paragraphs = {why(detail.reason)};
    } else {
      letter.subject = say("Pembayaran terlambat, uang Anda kembali: ", "Paid too late, your money comes back: ") + name();
      letter.heading = say("Pembayaran Anda tiba terlambat", "Your payment came too late");
      letter.paragraphs = {why(RefundReason::late)};
    }
    letter.paragraphs.push_back(say("Tidak ada tiket untuk Anda, dan seluruh uang Anda kembali.",
                                    "There are no tickets for you, and all of your money comes back."));
    letter.facts.push_back({say("Jumlah", "Amount"), amount(detail.amount)});
    letter.after = comes_back() + " " + say("Maaf atas kekecewaannya.", "We are sorry.");
    return letter;
  }

  Letter show_cancelled() const {
    Letter letter = blank();
    letter.subject = say("Pertunjukan batal: ", "Show cancelled: ") + name();
    letter.heading = say("Pertunjukan ini batal", "This show is cancelled");
    letter.paragraphs = {say("Pertunjukan ini tidak jadi digelar. Tiket Anda tidak berlaku lagi.",
                             "The show will not take place. Your tickets are no longer valid.")};
    if (!purchase.cancelled_because.empty())
      letter.paragraphs.push_back(say("Alasannya: ", "The reason: ") + purchase.cancelled_because);
    const bool paid = purchase.booking.total.amount_minor > 0;
    if (paid) {
      if (at_counter())
        letter.paragraphs.push_back(say("Uang Anda dapat diambil di loket: bawa tiket atau kode pesanan ini.",
                                        "Your money is waiting at the counter: bring the ticket or this booking's code."));
      else
        letter.paragraphs.push_back(
            say("Uang Anda kembali tanpa perlu melakukan apa pun. Kami kirim email lagi begitu uangnya dikirim.",
                "Your money comes back without you doing anything. We write again as soon as it is on its way."));
      letter.facts.push_back({say("Total dibayar", "Total paid"), amount(purchase.booking.total)});
    }
    letter.after = say("Maaf atas kekecewaannya.", "We are sorry.");
    return letter;
  }
};

}  // namespace

RefundDetail refund_detail(const Receipt& receipt) {
  const auto detail = boost::json::parse(receipt.detail);
  RefundDetail refund;
  refund.amount.amount_minor = detail.at("amount_minor").to_number<std::int64_t>();
  refund.amount.currency = Currency::parse(std::string_view{detail.at("currency").as_string()}).value();
  const auto& members = detail.as_object();
  const auto *reason = members.if_contains("reason"), *words = members.if_contains("words"),
             *corrects = members.if_contains("corrects_sale");
  const std::string said = reason == nullptr ? std::string{} : std::string{reason->as_string()};
  const auto known = refund_reason_of(said);
  refund.reason = known.value_or(RefundReason::organiser);
  if (words != nullptr) refund.words = std::string{words->as_string()};
  else if (!known) refund.words = said;  // an older one
  refund.corrects_sale = corrects == nullptr || corrects->as_bool();
  return refund;
}

Letter receipt_letter(const Receipt& receipt, const Purchase& purchase, Language language, const std::string& public_url) {
  const Writer writer{receipt, purchase, language, public_url};
  switch (receipt.kind) {
    case ReceiptKind::tickets: return writer.tickets(false);
    case ReceiptKind::tickets_again: return writer.tickets(true);
    case ReceiptKind::refund: return writer.refund();
    case ReceiptKind::substituted: return writer.substituted();
    case ReceiptKind::late_refund: return writer.late_refund();
    case ReceiptKind::show_cancelled: return writer.show_cancelled();
    case ReceiptKind::ticket_given: return ticket_given_letter(purchase, language, public_url);
    case ReceiptKind::ticket_received: return ticket_received_letter(purchase, language, public_url);
    case ReceiptKind::moved: return writer.moved();
    case ReceiptKind::ticket_ended: return ticket_ended_letter(receipt, purchase, language, public_url);
  }
  throw std::invalid_argument("a receipt of an unknown kind");
}

}  // namespace gelora::booking
