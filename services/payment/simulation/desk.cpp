#include "payment/simulation/desk.hpp"

#include <algorithm>

namespace gelora::payment::simulation {

using namespace std::chrono_literals;
namespace json = boost::json;

namespace {

std::string_view text_of(const json::object& data, const char* name) { return data.at(name).as_string(); }

constexpr std::string_view names[] = {"awaiting_payment", "confirmed", "partially_refunded", "refund_pending", "refunded",
                                      "cancelled",        "expired"};
constexpr std::string_view ticket_names[] = {"valid", "used", "frozen", "void"};

}  // namespace

Task<std::optional<AmountDue>> SimulatedBookings::amount_due(BookingId booking, UserId user, std::string) {
  auto read = [this, booking, user]() -> std::optional<AmountDue> {
    const auto found = bookings.find(booking);
    if (found == bookings.end() || found->second.user != user) return std::nullopt;
    const Booking& one = found->second;
    return AmountDue{booking, {1}, 1, std::string{names[static_cast<int>(one.state)]}, one.total, one.pay_by, "Konser"};
  };
  co_return co_await wire.call(std::move(read));
}

Task<std::optional<RefundQuote>> SimulatedBookings::refund_quote(BookingId booking, std::string) {
  auto read = [this, booking]() -> std::optional<RefundQuote> {
    const Booking& one = bookings.at(booking);
    RefundQuote quote{std::string{names[static_cast<int>(one.state)]}, {}};
    for (const auto& ticket : one.tickets)
      quote.tickets.push_back({ticket.id, std::string{ticket_names[static_cast<int>(ticket.state)]}, ticket.amount_minor});
    return quote;
  };
  co_return co_await wire.call(std::move(read));
}

BookingId SimulatedBookings::book(UserId user, Instant pay_by, bool seats_stay_free) {
  const auto id = ids_.make<BookingId>(nature_.now());
  Booking booking{user, {}, pay_by, seats_stay_free, State::awaiting_payment, {}};
  const std::uint64_t count = 1 + nature_.below(3);
  for (std::uint64_t i = 0; i < count; ++i) {
    booking.tickets.push_back({ids_.make<TicketId>(nature_.now()), 1'000 * static_cast<std::int64_t>(i + 1) + 55});
    booking.total = booking.total + Money{booking.tickets.back().amount_minor, {}};
  }
  bookings.emplace(id, std::move(booking));
  return id;
}

std::vector<SimulatedBookings::Ticket*> SimulatedBookings::live(Booking& booking) {
  std::vector<Ticket*> live;
  for (auto& one : booking.tickets) {
    if (one.state != TicketState::voided) live.push_back(&one);
  }
  return live;
}

void SimulatedBookings::tell(std::string type, BookingId booking, json::object data) {
  data["booking_id"] = booking.text();
  const std::uint64_t id = ++events_;
  nature_.note("desk tells " + type + " of booking " + booking.text());
  outbox.emplace(id, outbox::Event{id, std::move(type), std::move(data)});
}

void SimulatedBookings::ask(BookingId id, PaymentId payment, std::string reason, std::optional<std::int64_t> amount_minor) {
  json::object data{{"payment_id", payment.text()}, {"reason", reason}};
  if (amount_minor) data["amount_minor"] = *amount_minor;
  asked.push_back({payment, std::move(reason), amount_minor});
  tell("booking.refund_due", id, std::move(data));
}

BookingId SimulatedBookings::sell_at_counter() {
  const BookingId id = book({}, nature_.now(), false);
  Booking& booking = bookings.at(id);
  booking.state = State::confirmed;
  booking.payment = ids_.make<PaymentId>(nature_.now());
  tell("booking.sold_at_counter", id,
       {{"payment_id", booking.payment.text()},
        {"show_id", "1"},
        {"organisation_id", "1"},
        {"method", nature_.chance(0.5) ? "cash" : "card"},
        {"amount_minor", booking.total.amount_minor},
        {"currency", booking.total.currency.text()},
        {"description", "Konser"},
        {"reference", "KONSER1"},
        {"sold_by", "7"}});
  return id;
}

void SimulatedBookings::cancel(BookingId id) {
  Booking& booking = bookings.at(id);
  if (booking.state == State::awaiting_payment) {
    booking.state = State::cancelled;
    tell("booking.cancelled", id, {});
    return;
  }
  const auto tickets = live(booking);
  if (!is_paid(booking.state)) return;
  if (std::any_of(tickets.begin(), tickets.end(), [](const auto* one) { return one->state != TicketState::valid; })) return;
  std::int64_t amount = 0;
  for (auto* one : tickets) {
    amount += one->amount_minor * 9 / 10;
    booking.fee_kept += one->amount_minor - one->amount_minor * 9 / 10;
    one->state = TicketState::voided;
  }
  booking.state = State::refund_pending;
  ask(id, booking.payment, "cancelled-by-buyer", amount);
}

void SimulatedBookings::call_off(BookingId id) {
  Booking& booking = bookings.at(id);
  if (!is_paid(booking.state)) return;
  for (auto* one : live(booking)) one->state = TicketState::voided;
  booking.state = State::refund_pending;
  ask(id, booking.payment, "show-cancelled", std::nullopt);
}

void SimulatedBookings::use_a_ticket(BookingId id) {
  Booking& booking = bookings.at(id);
  if (is_paid(booking.state) && booking.tickets.front().state == TicketState::valid)
    booking.tickets.front().state = TicketState::used;
}

void SimulatedBookings::let_go_of_overdue() {
  for (auto& [id, booking] : bookings) {
    if (booking.state == State::awaiting_payment && nature_.now() > booking.pay_by + 60s) booking.state = State::expired;
  }
}

void SimulatedBookings::captured(BookingId id, Booking& booking, PaymentId payment, Money money) {
  if (booking.payment == payment) return;
  if (booking.payment != PaymentId{}) return ask(id, payment, "second-payment", std::nullopt);
  if (money != booking.total) return ask(id, payment, "wrong-amount", std::nullopt);
  booking.payment = payment;
  const bool late = booking.state != State::awaiting_payment, cancelled = booking.state == State::cancelled;
  if (!late || (!cancelled && booking.seats_stay_free)) {
    booking.state = State::confirmed;
    return;
  }
  booking.state = State::refund_pending;
  for (auto& one : booking.tickets) one.state = TicketState::voided;  // there never were any
  ask(id, payment, cancelled ? "cancelled" : "late", std::nullopt);
}

void SimulatedBookings::void_tickets(BookingId id, Booking& booking, PaymentId payment, const json::object& data) {
  auto chosen = live(booking);
  std::string refused;
  const auto& wanted = data.at("ticket_ids").as_array();
  if (!wanted.empty()) {
    std::erase_if(chosen, [&](const auto* one) {
      return std::none_of(wanted.begin(), wanted.end(), [&](const auto& ticket) { return ticket.as_string() == one->id.text(); });
    });
    if (chosen.size() != wanted.size()) refused = "ticket-void";
  }
  const auto is = [&](TicketState state) {
    return std::any_of(chosen.begin(), chosen.end(), [state](const auto* one) { return one->state == state; });
  };
  if (booking.payment != payment || !is_paid(booking.state)) refused = "booking-not-refundable";
  else if (chosen.empty()) refused = "ticket-void";
  else if (!data.at("used_too").as_bool() && is(TicketState::used)) refused = "ticket-used";
  else if (is(TicketState::frozen)) refused = "ticket-frozen";
  json::object answer{{"refund_id", data.at("refund_id")}};
  if (!refused.empty()) {
    answer["reason"] = refused;
    return tell("refund.refused", id, std::move(answer));
  }
  for (auto* one : chosen) one->state = TicketState::voided;
  if (live(booking).empty()) booking.state = State::refund_pending;
  tell("refund.approved", id, std::move(answer));
}

void SimulatedBookings::disputed(Booking& booking, PaymentId payment, const std::string& type) {
  if (booking.payment != payment) return;
  const bool ours = is_paid(booking.state);
  for (auto* one : live(booking)) {
    if (type == "payment.disputed" && ours && one->state == TicketState::valid) one->state = TicketState::frozen;
    if (type == "payment.dispute_won" && ours && one->state == TicketState::frozen) one->state = TicketState::valid;
    if ((type == "payment.dispute_lost" || type == "payment.reversed") && ours) one->state = TicketState::voided;
  }
  if (type != "payment.dispute_lost" && type != "payment.reversed") return;
  if (ours || booking.state == State::refund_pending) booking.state = State::refunded;
}

bool SimulatedBookings::take(std::uint64_t event_id, const std::string& type, const json::object& data) {
  if (inbox_.contains(event_id)) return true;
  const auto id = parse_id_as<BookingId>(text_of(data, "booking_id")).value();
  const auto payment = parse_id_as<PaymentId>(text_of(data, "payment_id")).value();
  Booking& booking = bookings.at(id);
  const bool of_dispute = type.starts_with("payment.dispute") || type == "payment.reversed";
  if (of_dispute && booking.payment == PaymentId{}) return false;
  inbox_.insert(event_id);
  nature_.note("desk takes " + type + " of payment " + std::string{text_of(data, "payment_id")});
  if (type == "payment.captured") {
    captured(id, booking, payment, {data.at("amount_minor").as_int64(), *Currency::parse(text_of(data, "currency"))});
  } else if (type == "payment.closed") {
    booking.told_it_is_closed = true;
    if (booking.state == State::awaiting_payment && nature_.now() >= booking.pay_by) booking.state = State::expired;
  } else if (type == "payment.refunded") {
    if (data.at("excess").as_bool() || booking.payment != payment || booking.state == State::refunded) return true;
    booking.state = live(booking).empty() ? State::refunded : State::partially_refunded;
  } else if (type == "refund.requested") {
    void_tickets(id, booking, payment, data);
  } else {
    disputed(booking, payment, type);
  }
  return true;
}

}  // namespace gelora::payment::simulation
