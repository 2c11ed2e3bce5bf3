// JSON of the payment contract's own shapes, and what several handlers need.
#pragma once
#include <boost/json/object.hpp>

#include "http/message.hpp"
#include "payment/storage/payments.hpp"

namespace gelora::payment {

boost::json::object to_json(Money money);
boost::json::object payment_json(const PaymentRow& payment);
boost::json::object refund_json(const RefundView& refund);

// 404 for whatever an address names that is not there, or not yours.
http::Answer nothing_here();

// BLAKE2b-128 of the text: of an Idempotency-Key with its scope, of a body.
std::string blake2b_hex(std::string_view text);

}  // namespace gelora::payment
