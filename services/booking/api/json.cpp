#include "booking/api/json.hpp"

#include <boost/json/array.hpp>

#include "base/json_text.hpp"

namespace gelora::booking {
namespace json = boost::json;

namespace {

std::string_view name_of(seats::Placement placement) {
  switch (placement) {
    case seats::Placement::together: return "together";
    case seats::Placement::two_rows: return "two_rows";
    case seats::Placement::separate: return "separate";
  }
  return "";
}

}  // namespace

json::object to_json(Money money) { return {{"amount_minor", money.amount_minor}, {"currency", money.currency.text()}}; }

namespace {

void append_money(JsonText& out, std::string_view name, Money money) {
  out.name(name).open_object().member("amount_minor", money.amount_minor).member("currency", money.currency.text());
  out.close_object();
}

}  // namespace

std::string hold_text(const Show& show, HoldId id, std::span<const seats::SeatNo> places, seats::Placement placement,
                      Instant expires_at, HoldStatus status) {
  std::string text;
  text.reserve(320 + 128 * places.size());
  JsonText out(text);
  out.open_object().member("id", id).member("show_id", show.id).name("seats").open_array();
  for (const auto place : places) {
    const ShowZone& zone = show.zone_of(place);
    out.open_object().member("seat_no", place).member("label", show.hall->full_label(place)).member("zone_id", zone.id);
    append_money(out, "price", zone.price);
    out.close_object();
  }
  out.close_array().member("placement", name_of(placement));
  const Price price = price_of(show, places);
  append_money(out, "fees", price.fees);
  append_money(out, "total", price.total);
  out.member("expires_at", expires_at).member("status", name_of(status)).close_object();
  return text;
}

json::object ticket_json(const TicketView& ticket, const Hall& hall, const TicketSigner& signer) {
  json::object out{{"id", ticket.id.text()},
                   {"code", signer.sign({ticket.id, ticket.show, ticket.seat_no})},
                   {"seat_no", ticket.seat_no},
                   {"label", hall.full_label(ticket.seat_no)},
                   {"zone", hall.zones[hall.layout.zone_of(ticket.seat_no)].name},
                   {"status", name_of(ticket.status)},
                   {"show_id", ticket.show.text()},
                   {"booking_id", ticket.booking.text()}};
  if (!ticket.attendee.empty()) out["attendee"] = ticket.attendee;
  return out;
}

json::object booking_json(const BookingView& booking, const TicketSigner& signer) {
  json::array lines, tickets;
  for (const auto& line : booking.lines) {
    lines.push_back({{"seat_no", line.seat_no},
                     {"label", line.label},
                     {"zone_id", line.zone.text()},
                     {"zone", line.zone_name},
                     {"price", to_json(line.price)}});
  }
  for (const auto& ticket : booking.tickets) {
    const auto line =
        std::find_if(booking.lines.begin(), booking.lines.end(), [&](const auto& one) { return one.seat_no == ticket.seat_no; });
    json::object one{{"id", ticket.id.text()},
                     {"code", signer.sign({ticket.id, ticket.show, ticket.seat_no})},
                     {"seat_no", ticket.seat_no},
                     {"label", line == booking.lines.end() ? std::string{} : line->label},
                     {"zone", line == booking.lines.end() ? std::string{} : line->zone_name},
                     {"status", name_of(ticket.status)},
                     {"show_id", ticket.show.text()},
                     {"booking_id", ticket.booking.text()}};
    if (!ticket.attendee.empty()) one["attendee"] = ticket.attendee;
    tickets.push_back(std::move(one));
  }
  json::object out{{"id", booking.id.text()},
                   {"reference", booking.reference},
                   {"hold_id", booking.hold.text()},
                   {"show_id", booking.show.text()},
                   {"status", name_of(booking.status)},
                   {"lines", std::move(lines)},
                   {"fees", to_json(booking.fees)},
                   {"discount", to_json(booking.discount)},
                   {"total", to_json(booking.total)},
                   {"pay_by", to_rfc3339(booking.pay_by)},
                   {"created_at", to_rfc3339(booking.created_at)}};
  if (booking.status == BookingStatus::confirmed) out["tickets"] = std::move(tickets);
  return out;
}

}  // namespace gelora::booking
