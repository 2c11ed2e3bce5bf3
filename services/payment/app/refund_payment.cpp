#include "payment/app/refund_payment.hpp"

#include <algorithm>

namespace gelora::payment {
namespace {

struct Wanted {
  std::int64_t amount_minor = 0;
  bool voids_tickets = false;
};

const QuotedTicket* find(const RefundQuote& quote, TicketId id) {
  const auto found = std::find_if(quote.tickets.begin(), quote.tickets.end(), [id](const auto& one) { return one.id == id; });
  return found == quote.tickets.end() ? nullptr : &*found;
}

std::variant<Wanted, TicketsNotRefundable> price_tickets(const RefundQuote& quote, const RefundRequest& request) {
  Wanted wanted{0, true};
  TicketsNotRefundable bad;
  const auto refuse = [&bad](TicketId id, std::string_view because) {
    if (bad.tickets.empty()) bad.because = because;
    bad.tickets.push_back(id);
  };
  for (const auto id : request.tickets) {
    const auto* ticket = find(quote, id);
    if (ticket == nullptr) refuse(id, "unknown");
    else if (ticket->status == "used" && !request.force) refuse(id, "used");
    else if (ticket->status == "frozen") refuse(id, "frozen");
    else if (ticket->status != "valid" && ticket->status != "used") refuse(id, "void");
    else wanted.amount_minor = (Money{wanted.amount_minor, {}} + Money{ticket->amount_minor, {}}).amount_minor;
  }
  if (bad.tickets.empty() && wanted.amount_minor == 0) return TicketsNotRefundable{request.tickets, "free"};
  if (!bad.tickets.empty()) return bad;
  return wanted;
}

// Everything: the tickets that are not void, and all the money that is left.
std::optional<TicketsNotRefundable> why_not_all(const RefundQuote& quote, bool force) {
  TicketsNotRefundable bad;
  for (const auto& ticket : quote.tickets) {
    if (ticket.status == "used" && !force) bad.tickets.push_back(ticket.id), bad.because = "used";
    if (ticket.status == "frozen") bad.tickets.push_back(ticket.id), bad.because = "frozen";
  }
  if (bad.tickets.empty()) return std::nullopt;
  return bad;
}

bool has_tickets(const RefundQuote& quote) {
  return std::any_of(quote.tickets.begin(), quote.tickets.end(),
                     [](const auto& one) { return one.status == "valid" || one.status == "used"; });
}

}  // namespace

Task<RefundOutcome> refund_payment(App& app, RefundRequest request) {
  if (!has_money(request.payment.status)) co_return NotRefundable{std::string{name_of(request.payment.status)}};
  Wanted wanted{request.amount_minor.value_or(0), false};
  if (!request.amount_minor) {
    const auto quote = co_await app.booking.refund_quote(request.payment.booking, request.traceparent);
    if (!quote) co_return NotRefundable{"unknown"};
    if (request.tickets.empty()) {
      if (auto bad = why_not_all(*quote, request.force)) co_return std::move(*bad);
      wanted.voids_tickets = has_tickets(*quote);
    } else {
      auto priced = price_tickets(*quote, request);
      if (auto* bad = std::get_if<TicketsNotRefundable>(&priced)) co_return std::move(*bad);
      wanted = std::get<Wanted>(priced);
    }
  }
  const bool everything = request.tickets.empty() && !request.amount_minor;
  RefundOutcome outcome = NotRefundable{"unknown"};
  const std::function<void(Bookkeeper&)> order = [&](Bookkeeper& books) {
    const Money left = books.refundable();
    RefundOrder refund;
    refund.amount_minor = everything ? left.amount_minor : wanted.amount_minor;
    refund.reason = request.reason;
    refund.voids_tickets = wanted.voids_tickets;
    refund.tickets = request.tickets;
    refund.used_too = request.force;
    refund.by = request.by;
    refund.goodwill = request.amount_minor.has_value();
    refund.key_hash = request.key_hash;
    refund.body_hash = request.body_hash;
    const auto id = books.set_aside(std::move(refund));
    if (!id) outcome = MoreThanIsLeft{left};
    else outcome = books.account().refunds.back();
  };
  co_await app.books.change(request.payment.id, {}, order);
  app.told();
  co_return outcome;
}

}  // namespace gelora::payment
