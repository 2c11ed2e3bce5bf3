// The bookings of a show, for those who look after its buyers: its organisation's owners and managers, and an admin.
#include <boost/json/array.hpp>
#include <set>

#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "booking/app/ask_receipt.hpp"
#include "booking/storage/booking_history.hpp"
#include "http/body.hpp"
#include "http/chunks.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr std::size_t longest_search = 100;
constexpr std::size_t bookings_a_step = 500;  // of an export

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
  json::array list;
  for (auto& [at, event] : events) list.push_back(std::move(event));
  return list;
}

// The booking of the path, of the show of the path, for those who may see it.
Task<std::optional<BookingView>> managed_booking(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  const auto id = parse_id_as<BookingId>(request.params[1]);
  if (!show || !id) co_return std::nullopt;
  co_return co_await find_show_booking(api.app.pool, show->id, *id);
}

// A field of CSV (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe in front.
std::string csv_field(std::string_view text) {
  const bool formula = !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
  std::string field = formula ? "\"'" : "\"";
  for (const char c : text) {
    if (c == '"') field += '"';
    field += c;
  }
  return field + '"';
}

constexpr std::string_view csv_head =
    "booking,booked_at,booking_status,zone,place,name,ticket_id,ticket_status,price_minor,fee_minor,discount_minor,tax_minor,"
    "total_minor,currency,booking_id\r\n";

// A line for each place.
std::string csv_lines(const BookingView& booking) {
  std::map<seats::SeatNo, const TicketView*> tickets;
  for (const auto& ticket : booking.tickets) tickets[ticket.seat_no] = &ticket;  // the last is who has it now
  std::string lines;
  for (const auto& line : booking.lines) {
    const auto found = tickets.find(line.money.place);
    const auto named = booking.attendees.find(line.money.place);
    std::string name = named == booking.attendees.end() ? "" : named->second;
    if (found != tickets.end()) name = found->second->attendee;
    lines += booking.reference + "," + to_rfc3339(booking.created_at) + "," + std::string{name_of(booking.status)} + "," +
             csv_field(line.zone_name) + "," + csv_field(line.label) + "," + csv_field(name) + ",";
    if (found != tickets.end()) lines += found->second->id.text() + "," + std::string{name_of(found->second->status)};
    else lines += ",";
    for (const std::int64_t amount : {line.money.price, line.money.fee, line.money.discount, line.money.tax, line.money.total()})
      lines += "," + std::to_string(amount);
    lines += "," + std::string{booking.total.currency.text()} + "," + booking.id.text() + "\r\n";
  }
  return lines;
}

Task<bool> write_places(Api& api, ShowId show, http::Chunks& chunks) {
  bool taken = co_await chunks.write(std::string{csv_head});
  BookingId after{0};
  while (taken) {
    const auto bookings = co_await export_show_bookings(api.app.pool, show, after, bookings_a_step);
    std::string lines;
    for (const auto& booking : bookings) lines += csv_lines(booking);
    if (bookings.empty()) co_return true;
    after = bookings.back().id;
    taken = co_await chunks.write(std::move(lines));
  }
  co_return false;
}

}  // namespace

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
  }
  const auto bookings = co_await list_show_bookings(api.app.pool, show->id, std::move(wish));
  co_return page_answer(bookings, wanted.limit, summary_json);
}

Task<Answer> get_booking_of_show(Api& api, Request& request) {
  const auto booking = co_await managed_booking(api, request);
  if (!booking) co_return nothing_here();
  const auto history = co_await history_of(api.app.pool, booking->id);
  const auto contact = co_await api.courier.users.contact(booking->user);
  json::object out = summary_json(*booking);
  json::value buyer = nullptr;
  if (contact) buyer = json::object{{"name", contact->name}, {"email", contact->email}};
  out["buyer"] = std::move(buyer);
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
  const auto booking = co_await managed_booking(api, request);
  if (!booking) co_return nothing_here();
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  auto words = reader.text("text", 1, 500);
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  const BookingNote note{api.app.ids.next(request.now), request.caller->user, request.now, std::move(*words)};
  co_await put_note(api.app.pool, booking->id, note);
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

Task<Answer> export_places(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  auto produce = [&api, id = show->id](http::Chunks& chunks) { return write_places(api, id, chunks); };
  Answer answer = http::chunked(api.app.box_office.loop(), "text/csv; charset=utf-8", std::move(produce));
  answer.headers.emplace_back("Content-Disposition", "attachment; filename=\"places-" + show->id.text() + ".csv\"");
  answer.headers.emplace_back("Cache-Control", "private, no-store");
  co_return answer;
}

}  // namespace gelora::booking
