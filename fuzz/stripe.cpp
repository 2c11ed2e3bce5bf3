// Stripe's events and answers: read, or not understood. A notice names something short.
#include "fuzz/fuzz.hpp"

#include <boost/json/parse.hpp>

#include "payment/providers/stripe_words.hpp"

using namespace gelora;
using namespace gelora::payment;

FUZZ(bytes) {
  const std::string body{bytes};
  const auto read = read_stripe_event(body, false);
  if (const auto* notice = std::get_if<WebhookNotice>(&read)) {
    CHECK(!notice->event_id.empty() && notice->event_id.size() <= 100);
    CHECK(notice->session_ref.size() <= 128 && notice->capture_ref.size() <= 128);
    CHECK(!notice->session_ref.empty() || !notice->capture_ref.empty());
    CHECK(std::holds_alternative<NotAuthentic>(read_stripe_event(body, true)));
  }
  boost::system::error_code error;
  const auto value = boost::json::parse(body, error);
  if (error) return;
  const auto reads = [&value](const auto& function) {
    try {
      function(value);
    } catch (const std::exception&) {
    }
  };
  reads([](const auto& one) { read_stripe_session(one); });
  reads([](const auto& one) { stripe_payment_intent_of(one); });
  reads([](const auto& one) { read_stripe_charge(one, false); });
  reads([](const auto& one) { read_stripe_refund(one); });
  reads([](const auto& one) { read_stripe_dispute(one); });
}
