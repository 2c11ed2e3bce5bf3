#include "booking/api/json.hpp"

#include "base/encoding.hpp"

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
  append_money(out, "tax", price.tax);
  append_money(out, "total", price.total);
  out.member("expires_at", expires_at).member("status", name_of(status)).close_object();
  return text;
}

json::object transfer_json(const StoredTransfer& transfer, Instant now) {
  json::object out{{"id", transfer.id.text()},
                   {"ticket_id", transfer.ticket.text()},
                   {"status", name_of(transfer.status, transfer.expires_at, now)},
                   {"created_at", to_rfc3339(transfer.created_at)},
                   {"expires_at", to_rfc3339(transfer.expires_at)}};
  if (!transfer.email.empty()) out["email"] = transfer.email;
  if (!transfer.name.empty()) out["name"] = transfer.name;
  return out;
}

namespace {

// "code", and what a phone needs to make the rest of a rotating one.
void append_code(json::object& out, const TicketView& ticket, TicketCodes codes, const TicketSigner& signer) {
  const TicketClaim claim{ticket.id, ticket.show, ticket.seat_no};
  const bool rotates = codes != TicketCodes::fixed;
  out["code"] = rotates ? signer.sign_rotating(claim) : signer.sign(claim);
  out["rotation"] = nullptr;
  if (rotates && ticket.status == TicketStatus::valid) {
    out["rotation"] = {
        {"secret", to_base64url(signer.rotation_secret(claim))}, {"period_s", code_step_s}, {"digits", code_digits}};
  }
}

}  // namespace

json::object ticket_json(const TicketView& ticket, const Show& show, const TicketSigner& signer) {
  const Hall& hall = *show.hall;
  json::object out{{"id", ticket.id.text()},
                   {"seat_no", ticket.seat_no},
                   {"label", hall.full_label(ticket.seat_no)},
                   {"zone", hall.zones[hall.layout.zone_of(ticket.seat_no)].name},
                   {"status", name_of(ticket.status)},
                   {"show_id", ticket.show.text()},
                   {"booking_id", ticket.booking.text()}};
  append_code(out, ticket, show.codes, signer);
  if (!ticket.attendee.empty()) out["attendee"] = ticket.attendee;
  return out;
}

namespace {

json::object line_json(const BookingLine& line, Currency currency) {
  return {{"seat_no", line.money.place},
          {"label", line.label},
          {"zone_id", line.zone.text()},
          {"zone", line.zone_name},
          {"price", to_json(Money{line.money.price, currency})},
          {"fee", to_json(Money{line.money.fee, currency})},
          {"discount", to_json(Money{line.money.discount, currency})},
          {"tax", to_json(Money{line.money.tax, currency})},
          {"total", to_json(Money{line.money.total(), currency})}};
}

bool taxes_are_included(const std::vector<BookingLine>& lines) {
  return std::all_of(lines.begin(), lines.end(), [](const auto& line) { return line.money.tax_included; });
}

}  // namespace

json::object quote_json(const Show& show, std::span<const LineMoney> lines) {
  json::array items;
  const auto named_lines = named(show, lines);
  for (const auto& line : named_lines) items.push_back(line_json(line, show.currency));
  const Price price = sum_of(lines, show.currency);
  return {{"lines", std::move(items)},
          {"fees", to_json(price.fees)},
          {"discount", to_json(price.discount)},
          {"tax", to_json(price.tax)},
          {"tax_included", taxes_are_included(named_lines)},
          {"total", to_json(price.total)}};
}

json::object booking_json(const BookingView& booking, TicketCodes codes, const TicketSigner& signer) {
  json::array lines, tickets;
  for (const auto& line : booking.lines) lines.push_back(line_json(line, booking.total.currency));
  for (const auto& ticket : booking.tickets) {
    const auto line = std::find_if(booking.lines.begin(), booking.lines.end(),
                                   [&](const auto& one) { return one.money.place == ticket.seat_no; });
    if (line == booking.lines.end()) continue;  // of a seat that was left for another
    json::object one{{"id", ticket.id.text()},
                     {"seat_no", ticket.seat_no},
                     {"label", line->label},
                     {"zone", line->zone_name},
                     {"status", name_of(ticket.status)},
                     {"show_id", ticket.show.text()},
                     {"booking_id", ticket.booking.text()}};
    append_code(one, ticket, codes, signer);
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
                   {"tax", to_json(booking.tax)},
                   {"tax_included", taxes_are_included(booking.lines)},
                   {"total", to_json(booking.total)},
                   {"refunded", to_json(booking.refunded)},
                   {"pay_by", to_rfc3339(booking.pay_by)},
                   {"created_at", to_rfc3339(booking.created_at)}};
  if (booking.decline_by != Instant{}) out["decline_by"] = to_rfc3339(booking.decline_by);
  if (!booking.replaced.empty()) out["replaced"] = json::array(booking.replaced.begin(), booking.replaced.end());
  if (!booking.tickets.empty()) out["tickets"] = std::move(tickets);
  return out;
}

boost::json::object group_json(const HouseGroup& group, const Show& show) {
  const auto& layout = show.hall->layout;
  boost::json::array numbered, standing;
  std::map<seats::ZoneIndex, std::uint32_t> of_zone;
  for (const auto place : group.places) {
    if (place >= layout.seat_count()) ++of_zone[layout.zone_of(place)];
    else
      numbered.push_back(
          {{"seat_no", place}, {"label", show.hall->full_label(place)}, {"zone_id", show.zone_of(place).id.text()}});
  }
  for (const auto& [zone, quantity] : of_zone)
    standing.push_back({{"zone_id", show.zones[zone].id.text()}, {"zone", show.hall->zones[zone].name}, {"quantity", quantity}});
  boost::json::value until = nullptr;
  if (group.until) until = to_rfc3339(*group.until);
  return {{"id", group.id.text()},          {"name", group.kept_for},    {"by", group.by.text()},
          {"at", to_rfc3339(group.at)},     {"until", std::move(until)}, {"seats", std::move(numbered)},
          {"standing", std::move(standing)}};
}

}  // namespace gelora::booking
