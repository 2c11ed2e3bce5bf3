#include "booking/app/receipts.hpp"

#include "base/check.hpp"
#include "booking/app/invoicing.hpp"
#include "booking/app/receipt_letters.hpp"
#include "booking/app/sell_at_counter.hpp"
#include "booking/app/transfer_letters.hpp"
#include "booking/storage/invoices.hpp"
#include "booking/storage/selling_rules.hpp"
#include "booking/storage/transfers.hpp"
#include "l10n/dates.hpp"
#include "qr/qr.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t at_once = 4;
constexpr auto taken_for = 20s;

Duration pause_after(std::uint64_t tries) { return std::min<Duration>(1s * (1 << std::min<std::uint64_t>(tries, 9)), 5min); }

bool promises_tickets(ReceiptKind kind) {
  return kind == ReceiptKind::tickets || kind == ReceiptKind::substituted || kind == ReceiptKind::tickets_again ||
         kind == ReceiptKind::ticket_received || kind == ReceiptKind::moved;
}

bool is_of_the_sale(ReceiptKind kind) {
  return promises_tickets(kind) && kind != ReceiptKind::ticket_received && kind != ReceiptKind::moved;
}

Task<Purchase> load(PostOffice& office, Receipt receipt) {
  auto booking = co_await find_booking(office.pool, receipt.booking, receipt.buyer);
  CHECK(booking);  // bookings are never deleted
  auto show = co_await find_show_text(office.pool, booking->show);
  const auto known = office.shows.find(booking->show);
  if (!show || known == office.shows.end()) throw base::Unavailable("the show of a receipt is not known here yet");
  Purchase purchase{std::move(*booking), {}, std::move(*show), known->second->hall, {}};
  if (receipt.kind == ReceiptKind::show_cancelled || receipt.kind == ReceiptKind::ticket_ended)
    purchase.cancelled_because = co_await cancellation_reason(office.pool, purchase.booking.show);
  purchase.tickets = co_await tickets_of(office.pool, receipt.booking);
  const auto received = receipt.kind == ReceiptKind::ticket_received ? received_ticket(receipt) : TicketId{};
  std::erase_if(purchase.tickets, [&receipt, received](const TicketView& one) {
    return one.status != TicketStatus::valid || one.owner != receipt.user || (received && one.id != received);
  });
  if (receipt.user != receipt.buyer) purchase.booking.reference.clear();
  if (receipt.kind == ReceiptKind::ticket_given) {
    const auto transfer = co_await find_transfer(office.pool, given_transfer(receipt));
    if (transfer) {
      purchase.given_to = transfer->email;
      purchase.given_place = co_await place_of_ticket(office.pool, transfer->ticket);
    }
  }
  co_return purchase;
}

// The invoice that belongs to the receipt, written now unless it was before; nothing when none does.
Task<std::optional<Invoice>> invoice_of(PostOffice& office, Receipt receipt, const Purchase& purchase, Parties parties,
                                        Language language) {
  const bool of_refund = receipt.kind == ReceiptKind::refund && refund_detail(receipt).corrects_sale;
  if (!is_of_the_sale(receipt.kind) && !of_refund) co_return std::nullopt;
  auto body = [&office, &purchase, &parties, receipt, of_refund,
               language](mysql::Connection& db) -> Task<std::optional<Invoice>> {
    const auto sale = co_await find_invoice(db, receipt.booking, InvoiceKind::invoice, 0);
    if (!of_refund && sale) co_return sale;
    if (of_refund && !sale) co_return std::nullopt;  // nothing was invoiced that could be corrected
    Invoice invoice;
    pdf::InvoiceSheet sheet;
    if (of_refund) {
      const auto before = co_await find_invoice(db, receipt.booking, InvoiceKind::credit_note, receipt.id);
      if (before) co_return before;
      const Money amount = refund_detail(receipt).amount;
      invoice.kind = InvoiceKind::credit_note;
      invoice.cause = receipt.id;
      invoice.total = amount;
      sheet = credit_note_sheet(purchase, sheet_of(sale->document), amount, receipt.created_at, language);
    } else {
      invoice.total = purchase.booking.total;
      sheet = invoice_sheet(purchase, parties, receipt.created_at, language);
    }
    invoice.id = office.ids.next(office.clock.now());
    invoice.organisation = purchase.show.organisation;
    invoice.booking = receipt.booking;
    invoice.issued_at = receipt.created_at;
    invoice.number = co_await take_number(db, invoice.organisation);
    const int year = l10n::year_of(receipt.created_at, purchase.show.venue.timezone);
    set_number(sheet, invoice_number(parties.seller, year, invoice.number), language);
    invoice.document = to_document(sheet);
    co_await insert_invoice(db, invoice);
    co_return invoice;
  };
  co_return co_await office.pool.transaction(std::move(body));
}

// Everything that takes long: for the printing thread.
mail::Message draw_mail(const Receipt& receipt, const Purchase& purchase, const std::optional<Invoice>& invoice,
                        const Contact& contact, Language language, const std::string& public_url, const TicketSigner& signer) {
  const Letter letter = receipt_letter(receipt, purchase, language, public_url);
  mail::Message message{contact.email, letter.subject, to_text(letter), to_html(letter)};
  if (promises_tickets(receipt.kind) && purchase.show.codes != TicketCodes::rotating) {
    for (const auto& ticket : purchase.tickets) {
      const std::string name = picture_of(ticket);
      message.attachments.push_back(
          {name + ".png", "image/png", qr::to_png(signer.sign({ticket.id, ticket.show, ticket.seat_no}), 6), name});
    }
    const std::string& of = purchase.booking.reference.empty() ? purchase.tickets.front().id.text() : purchase.booking.reference;
    const std::string name = std::string{l10n::in(language, "tiket-", "tickets-")} + of + ".pdf";
    message.attachments.push_back({name, "application/pdf",
                                   pdf::ticket_pdf(tickets_title(purchase, language), ticket_sheets(purchase, signer, language),
                                                   purchase.booking.created_at)});
  }
  if (invoice) {
    const std::string kind = invoice->kind == InvoiceKind::invoice ? "invoice-" : "credit-note-";
    message.attachments.push_back({kind + sheet_of(invoice->document).number.value + ".pdf", "application/pdf",
                                   print_invoice(invoice->document, invoice->issued_at)});
  }
  return message;
}

// Marks the receipt as done, with the mail that came of it, if any.
Task<> conclude(PostOffice& office, Receipt receipt, std::optional<mail::Message> message) {
  auto body = [&office, &message, receipt](mysql::Connection& db) -> Task<> {
    const Instant now = office.clock.now();
    const bool ours = co_await finish(db, receipt, now);
    if (ours && message) co_await mail::put(db, receipt.id, *message, now);
  };
  co_await office.pool.transaction(std::move(body));
  if (message) office.mails.nudge();
}

Task<std::string_view> handle(PostOffice& office, Receipt receipt) {
  const auto purchase = co_await load(office, receipt);
  const auto contact = co_await contact_of_buyer(office.pool, office.users, receipt.booking, receipt.user);
  Parties parties;
  if (purchase.show.organisation != 0) {
    auto name = co_await office.users.organisation_name(purchase.show.organisation);
    parties.seller = name.value_or("");
  }
  if (parties.seller.empty()) parties.seller = "Gelora";
  if (contact) parties.buyer = {contact->name, contact->email};
  const Language language = l10n::language_of(contact ? contact->locale : "id");
  const auto invoice = co_await invoice_of(office, receipt, purchase, parties, language);
  std::optional<mail::Message> message;
  const bool nothing_left = promises_tickets(receipt.kind) && purchase.tickets.empty();
  if (!contact || nothing_left) {
    co_await conclude(office, receipt, message);
    co_return contact ? "no-tickets" : "nobody";
  }
  auto draw = [receipt, purchase, invoice, contact = *contact, language, url = office.public_url, &signer = office.signer] {
    return draw_mail(receipt, purchase, invoice, contact, language, url, signer);
  };
  message = co_await office.printing.for_the_post(std::move(draw));
  co_await conclude(office, receipt, std::move(message));
  co_return "mailed";
}

class Round {
 public:
  Round(loop::Loop& loop, PostOffice& office, prometheus::Counter& done, prometheus::Counter& failed)
      : loop_(loop), office_(office), done_counter_(done), failed_(failed), done_(loop) {}

  // Handles some; false when no more are due now.
  Task<bool> run() {
    const Instant now = office_.clock.now();
    auto taken = co_await take_receipts(office_.pool, now, now + taken_for, at_once);
    open_ = taken.size();
    for (auto& receipt : taken) loop_.spawn(one(std::move(receipt)));
    while (open_ > 0) co_await done_.wait();
    co_return !taken.empty();
  }

 private:
  Task<> one(Receipt receipt) {
    std::string fault;
    try {
      const auto outcome = co_await handle(office_, receipt);
      done_counter_.Increment();
      telemetry::info("receipt", {{"id", receipt.id}, {"kind", static_cast<int>(receipt.kind)}, {"outcome", outcome}});
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) co_await try_later(receipt, std::move(fault));
    if (--open_ == 0) done_.notify_all();
  }

  Task<> try_later(Receipt receipt, std::string fault) {
    failed_.Increment();
    telemetry::warn("a receipt waits", {{"id", receipt.id}, {"tries", receipt.tries}, {"what", fault}});
    try {
      co_await postpone(office_.pool, receipt, office_.clock.now() + pause_after(receipt.tries));
    } catch (const std::exception&) {
      // it is taken again when its time is up
    }
  }

  loop::Loop& loop_;
  PostOffice& office_;
  prometheus::Counter &done_counter_, &failed_;
  std::size_t open_ = 0;
  loop::Signal done_;
};

}  // namespace

Task<> keep_sending_receipts(loop::Loop& loop, PostOffice& office, telemetry::Metrics& metrics) {
  auto& done = metrics.counter("gelora_receipts_done_total", "Receipts that became a mail, or had nobody to be sent to");
  auto& failed = metrics.counter("gelora_receipts_failed_total", "Attempts that failed and will be repeated");
  Round round(loop, office, done, failed);
  for (;;) {
    bool more = false;
    std::string fault;
    const Instant begun = office.clock.now();
    try {
      more = co_await round.run();
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("receipts", {{"what", fault}});
    const auto pause = fault.empty() ? 200ms : 500ms;
    // Mails may come a little later: on a busy machine, where a round takes long, half of the time is left to those who buy.
    const Duration took = std::clamp<Duration>(office.clock.now() - begun, Duration{}, 1s);
    if (more) co_await loop::sleep_for(took);
    else co_await loop::sleep_for(pause);
  }
}

}  // namespace gelora::booking
