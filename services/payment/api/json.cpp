#include "payment/api/json.hpp"

#include <sodium.h>

#include <array>
#include <boost/json/array.hpp>

#include "base/encoding.hpp"
#include "http/problem.hpp"

namespace gelora::payment {

namespace json = boost::json;

json::object to_json(Money money) { return {{"amount_minor", money.amount_minor}, {"currency", money.currency.text()}}; }

json::object payment_json(const PaymentRow& payment) {
  return {{"id", payment.id.text()},
          {"booking_id", payment.booking.text()},
          {"amount", to_json(payment.amount)},
          {"provider", payment.provider},
          {"method", payment.method.empty() ? json::value(nullptr) : json::value(payment.method)},
          {"status", name_of(payment.status)},
          {"declined", payment.declined},
          {"checkout_url", payment.checkout_url}};
}

json::object refund_json(const RefundView& view) {
  json::array tickets;
  for (const auto one : view.refund.tickets) tickets.emplace_back(one.text());
  return {{"id", std::to_string(view.refund.id)},
          {"payment_id", view.payment.text()},
          {"status", name_of(view.refund.state)},
          {"amount", to_json(view.refund.amount)},
          {"reason", view.refund.reason},
          {"ticket_ids", std::move(tickets)},
          {"created_at", to_rfc3339(view.refund.created_at)}};
}

http::Answer nothing_here() { return http::problem(http::not_found, "There is nothing at this address, or it is not yours."); }

std::string blake2b_hex(std::string_view text) {
  std::array<unsigned char, 16> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  return to_hex(hash);
}

}  // namespace gelora::payment
