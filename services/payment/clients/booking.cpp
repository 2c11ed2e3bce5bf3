#include "payment/clients/booking.hpp"

#include <boost/json.hpp>

#include "payment/domain/shortened.hpp"

namespace gelora::payment {
namespace {

namespace json = boost::json;

std::string text_of(const json::value& value, const char* name) { return std::string{value.at(name).as_string()}; }

template <class IdType>
IdType id_of(const json::value& value, const char* name) {
  return parse_id_as<IdType>(std::string_view{value.at(name).as_string()}).value();
}

constexpr std::size_t longest_description = 250;  // what providers take

}  // namespace

Task<std::optional<std::string>> BookingClient::ask(http::Call call, UserId user, std::string traceparent) {
  call.traceparent = std::move(traceparent);
  call.headers.emplace_back("Authorization", "Bearer " + tokens_.issue("booking-service", user, clock_.now()));
  auto reply = co_await client_.send(std::move(call));
  if (reply.status == 404) co_return std::nullopt;
  if (reply.status != 200) throw base::Unavailable("booking-service: status " + std::to_string(reply.status));
  co_return std::move(reply.body);
}

Task<std::optional<AmountDue>> BookingClient::amount_due(BookingId booking, UserId user, std::string traceparent) {
  http::Call call;
  call.target = "/internal/bookings/" + booking.text() + "/amount-due";
  const auto body = co_await ask(std::move(call), user, std::move(traceparent));
  if (!body) co_return std::nullopt;
  const json::value value = json::parse(*body);
  AmountDue due;
  due.booking = booking;
  due.show = id_of<ShowId>(value, "show_id");
  due.organisation = parse_id(std::string_view{value.at("organisation_id").as_string()}).value_or(0);
  due.status = text_of(value, "status");
  due.total.amount_minor = value.at("total").at("amount_minor").to_number<std::int64_t>();
  due.total.currency = Currency::parse(std::string_view{value.at("total").at("currency").as_string()}).value();
  due.pay_by = parse_rfc3339(text_of(value, "pay_by")).value();
  due.description = shortened(text_of(value, "title") + " (" + text_of(value, "reference") + ")", longest_description);
  co_return due;
}

Task<std::optional<RefundQuote>> BookingClient::refund_quote(BookingId booking, std::string traceparent) {
  http::Call call;
  call.method = http::Verb::post;
  call.target = "/internal/bookings/" + booking.text() + "/refund-quote";
  call.body = "{}";
  const auto body = co_await ask(std::move(call), {}, std::move(traceparent));
  if (!body) co_return std::nullopt;
  const json::value value = json::parse(*body);
  RefundQuote quote;
  quote.status = text_of(value, "status");
  for (const auto& one : value.at("tickets").as_array())
    quote.tickets.push_back(
        {id_of<TicketId>(one, "id"), text_of(one, "status"), one.at("amount_minor").to_number<std::int64_t>()});
  co_return quote;
}

}  // namespace gelora::payment
