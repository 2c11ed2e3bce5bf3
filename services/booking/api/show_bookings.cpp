// The bookings of a show, for those who look after its buyers: its organisation's owners and managers, and an admin.
#include <boost/json/array.hpp>
#include <set>

#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "booking/app/ask_receipt.hpp"
#include "booking/app/sell_at_counter.hpp"
#include "booking/storage/booking_history.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr std::size_t longest_search = 100;

constexpr BookingStatus all_statuses[] = {
    BookingStatus::awaiting_payment,   BookingStatus::confirmed,      BookingStatus::expired,
    BookingStatus::cancelled,          BookingStatus::refund_pending, BookingStatus::refunded,
    BookingStatus::partially_refunded, BookingStatus::substituted};

std::optional<BookingStatus> parse_status(std::string_view text) {
  for (const auto status : all_statuses) {
    if (name_of(status) == text) return status;
  }
  return std::nullopt;
}

json::object summary_json(const BookingView& booking) {
  json::array places, names;
  for (const auto& line : booking.lines) places.emplace_back(line.label);
  std::set<std::string> seen;
  for (const auto& [place, name] : booking.attendees) {
    if (seen.insert(name).second) names.emplace_back(name);
  }
  json::value payment = nullptr;
  if (booking.payment.value != 0) payment = booking.payment.text();
  return {{"id", booking.id.text()},           {"reference", booking.reference},
          {"status", name_of(booking.status)}, {"created_at", to_rfc3339(booking.created_at)},
          {"places", std::move(places)},       {"names", std::move(names)},
          {"total", to_json(booking.total)},   {"refunded", to_json(booking.refunded)},
          {"payment_id", std::move(payment)}};
}

std::string_view name_of_mail(ReceiptKind kind) {
  switch (kind) {
    case ReceiptKind::tickets: return "tickets";
    case ReceiptKind::refund: return "refund";
    case ReceiptKind::substituted: return "substituted";
    case ReceiptKind::late_refund: return "late_refund";
    case ReceiptKind::show_cancelled: return "show_cancelled";
    case ReceiptKind::tickets_again: return "tickets_again";
    case ReceiptKind::ticket_given: return "ticket_given";
    case ReceiptKind::ticket_received: return "ticket_received";
    case ReceiptKind::ticket_ended: return "ticket_ended";
    case ReceiptKind::moved: return "moved";
  }
  return "";
}

// Everything with its time, oldest first.
json::array history_json(const BookingView& booking, const BookingHistory& history) {
  std::multimap<std::int64_t, json::object> events;
  const auto add = [&events](Instant at, std::string_view what, json::object more) {
    more["at"] = to_rfc3339(at);
    more["what"] = what;
    events.emplace(at.us, std::move(more));
  };
  add(booking.created_at, "booked", {});
  for (const auto& mail : history.mails) {
    json::value sent = nullptr;
    if (mail.sent_at) sent = to_rfc3339(*mail.sent_at);
    json::object one{{"mail", name_of_mail(mail.kind)}, {"sent_at", std::move(sent)}};
    const json::value detail = json::parse(mail.detail);
    if (const auto* amount = detail.as_object().if_contains("amount_minor"))
      one["amount"] = to_json(Money{amount->to_number<std::int64_t>(), booking.total.currency});
    add(mail.promised_at, "mail", std::move(one));
  }
  for (const auto& transfer : history.transfers) {
    add(transfer.created_at, "offered", {{"name", transfer.name}, {"ticket_id", transfer.ticket.text()}});
    if (transfer.status == TransferStatus::accepted)
      add(transfer.ended_at, "transferred", {{"name", transfer.name}, {"ticket_id", transfer.ticket.text()}});
  }
  for (const auto& [ticket, admission] : history.admissions)
    add(admission.first_at, "admitted", {{"gate", admission.gate}, {"ticket_id", ticket.text()}});
  for (const auto& note : history.notes) add(note.at, "note", {{"text", note.words}, {"by", note.by.text()}});
  for (const auto& deed : history.deeds) {
    if (deed.kind != JournalKind::moved && deed.kind != JournalKind::renamed) continue;
    json::object detail = json::parse(deed.detail).as_object();
    detail["by"] = deed.by.text();
    add(deed.at, deed.kind == JournalKind::moved ? "moved" : "renamed", std::move(detail));
  }
  json::array list;
  for (auto& [at, event] : events) list.push_back(std::move(event));
  return list;
}

json::object counter_json(const CounterSale& sale) {
  json::object out{{"method", name_of(sale.method)}, {"by", sale.by.text()}};
  if (!sale.reason.empty()) out["reason"] = sale.reason;
  return out;
}

}  // namespace

Task<std::optional<BookingView>> managed_booking(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  const auto id = parse_id_as<BookingId>(request.params[1]);
  if (!show || !id) co_return std::nullopt;
  co_return co_await find_show_booking(api.app.pool, show->id, *id);
}

Task<Answer> list_bookings_of_show(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  const auto page = page_of(request);
  if (const auto* refused = std::get_if<Answer>(&page)) co_return *refused;
  const auto& wanted = std::get<PageWish>(page);
  http::FieldFaults faults;
  ShowBookingsWish wish;
  wish.before = wanted.cursor;
  wish.limit = wanted.limit + 1;
  if (const auto status = request.query_value("status"); status && !status->empty()) {
    wish.status = parse_status(*status);
    if (!wish.status) faults.add("/query/status", "is no state of a booking");
  }
  wish.words = base::trimmed(request.query_value("q").value_or(""));
  if (wish.words.size() == 1 || wish.words.size() > longest_search) faults.add("/query/q", "must have 2 to 100 characters");
  if (!faults.none()) co_return faults.problem();
  if (!wish.words.empty()) wish.places = seats_called(*show->hall, wish.words);
  if (wish.words.find('@') != std::string::npos) {
    const auto buyer = co_await api.courier.users.find_by_email(wish.words);
    wish.buyer = buyer.value_or(UserId{});
    wish.counter_email = wish.words;
  }
  const auto bookings = co_await list_show_bookings(api.app.pool, show->id, std::move(wish));
  co_return page_answer(bookings, wanted.limit, summary_json);
}

Task<Answer> get_booking_of_show(Api& api, Request& request) {
  const auto booking = co_await managed_booking(api, request);
  if (!booking) co_return nothing_here();
  const auto history = co_await history_of(api.app.pool, booking->id);
  const auto contact = co_await contact_of_buyer(api.app.pool, api.courier.users, booking->id, booking->user);
  json::object out = summary_json(*booking);
  json::value buyer = nullptr;
  if (contact) buyer = json::object{{"name", contact->name}, {"email", contact->email}};
  out["buyer"] = std::move(buyer);
  if (!booking->user) {
    const auto sale = co_await find_counter_sale(api.app.pool, booking->show, booking->id);
    if (sale) out["counter"] = counter_json(*sale);
  }
  out["pay_by"] = to_rfc3339(booking->pay_by);
  json::array lines, tickets;
  for (const auto& line : booking->lines)
    lines.push_back({{"seat_no", line.money.place},
                     {"label", line.label},
                     {"zone", line.zone_name},
                     {"total", to_json(Money{line.money.total(), booking->total.currency})}});
  for (const auto& ticket : booking->tickets) {
    const auto admission = history.admissions.find(ticket.id);
    json::value at = nullptr;
    if (admission != history.admissions.end()) at = to_rfc3339(admission->second.first_at);
    tickets.push_back({{"id", ticket.id.text()},
                       {"seat_no", ticket.seat_no},
                       {"name", ticket.attendee},
                       {"status", name_of(ticket.status)},
                       {"with_buyer", ticket.owner == booking->user},
                       {"first_admitted_at", std::move(at)}});
  }
  out["lines"] = std::move(lines);
  out["tickets"] = std::move(tickets);
  out["history"] = history_json(*booking, history);
  co_return http::json_answer(http::to_text(out));
}

Task<Answer> create_booking_note(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  const auto booking = co_await managed_booking(api, request);
  if (!booking || !show) co_return nothing_here();
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  auto words = reader.text("text", 1, 500);
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  const BookingNote note{api.app.ids.next(request.now), request.caller->user, request.now, std::move(*words)};
  co_await put_note(api.app.pool, api.app.ids, author_for(request, *show), *booking, note);
  co_return http::json_answer(
      http::to_text(json::object{{"at", to_rfc3339(note.at)}, {"what", "note"}, {"text", note.words}, {"by", note.by.text()}}),
      201);
}

Task<Answer> resend_receipt(Api& api, Request& request) {
  const auto booking = co_await managed_booking(api, request);
  if (!booking) co_return nothing_here();
  const auto outcome = co_await ask_receipt(api.app, booking->id, booking->user);
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

}  // namespace gelora::booking
