#include "payment/clients/booking.hpp"

#include <boost/json.hpp>

namespace gelora::payment {

Task<std::optional<AmountDue>> BookingClient::amount_due(BookingId booking, UserId user, std::string traceparent) {
  http::Call call;
  call.target = "/internal/bookings/" + booking.text() + "/amount-due";
  call.traceparent = std::move(traceparent);
  call.headers.emplace_back("Authorization", "Bearer " + tokens_.issue("booking-service", user, clock_.now()));
  const auto reply = co_await client_.send(std::move(call));
  if (reply.status == 404) co_return std::nullopt;
  if (reply.status != 200) throw base::Unavailable("booking-service: status " + std::to_string(reply.status));
  const auto value = boost::json::parse(reply.body);
  const auto text = [&value](const char* name) { return std::string{value.at(name).as_string()}; };
  AmountDue due;
  due.booking = booking;
  due.status = text("status");
  due.total.amount_minor = value.at("total").at("amount_minor").to_number<std::int64_t>();
  due.total.currency = Currency::parse(std::string_view{value.at("total").at("currency").as_string()}).value();
  due.pay_by = parse_rfc3339(text("pay_by")).value();
  // Cut where a character ends, to what providers take.
  constexpr std::size_t max_description = 250;
  due.description = text("title") + " (" + text("reference") + ")";
  std::size_t end = std::min(due.description.size(), max_description);
  while (end > 0 && end < due.description.size() && (static_cast<unsigned char>(due.description[end]) & 0xc0) == 0x80) --end;
  due.description.resize(end);
  co_return due;
}

}  // namespace gelora::payment
