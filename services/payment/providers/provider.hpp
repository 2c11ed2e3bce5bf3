// A payment provider, as the use cases need it. Every call carries the payment's id as the idempotency key: calling again
// after an unknown outcome never makes a second session or refund.
#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "loop/loop.hpp"
#include "payment/domain/payment.hpp"

namespace gelora::payment {

using loop::Task;

struct SessionWish {
  PaymentId payment;
  Money amount;
  std::string description;
  std::string return_url;  // where the buyer goes afterwards
  Instant expires_at;
  std::string traceparent;
};
struct Session {
  std::string ref;
  std::string checkout_url;
};
struct ProviderCapture {
  std::string ref;
  Money amount;
};
struct SessionState {
  enum class Kind { open, closed } kind = Kind::open;  // closed: no more money will come of it by the buyer's hand
  std::vector<ProviderCapture> captures;
};
// What a webhook tells: look at this session. Its own words are not believed further than that.
struct WebhookNotice {
  std::uint64_t event_id = 0;
  std::string session_ref;
};

// A delivery as it came: who sent it is not known yet.
struct WebhookDelivery {
  std::string_view signature;  // of the provider's own header
  const std::string& body;
  Instant now;
};
struct NotAuthentic {};
struct NotANotice {};
using ReadWebhook = std::variant<WebhookNotice, NotAuthentic, NotANotice>;

// All calls to the provider throw base::Unavailable when the provider does not answer: the outcome is then unknown.
class Provider {
 public:
  virtual ~Provider() = default;
  virtual std::string_view name() const = 0;
  // The header that carries the signature of a delivery, and what an authentic delivery says.
  virtual std::string_view signature_header() const = 0;
  virtual ReadWebhook read_webhook(const WebhookDelivery& delivery) const = 0;
  virtual Task<Session> open_session(SessionWish wish) = 0;
  virtual Task<SessionState> look_up(std::string session_ref) = 0;
  // Ends the session; a session that was paid meanwhile says so in its captures.
  virtual Task<SessionState> close_session(std::string session_ref) = 0;
  virtual Task<> refund(std::string capture_ref, std::uint64_t idempotency_key) = 0;
};

}  // namespace gelora::payment
