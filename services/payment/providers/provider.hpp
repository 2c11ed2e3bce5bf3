// A payment provider, as the use cases need it. Every call that changes something carries a key of ours: calling again after an
// unknown outcome never makes a second session or refund.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "loop/loop.hpp"
#include "payment/domain/session_state.hpp"

namespace gelora::payment {

using loop::Task;

struct SessionWish {
  PaymentId payment;  // the idempotency key, and the reference the provider shows
  Money amount;
  std::string method;  // one of the provider's methods(); empty: the buyer chooses on the provider's page
  std::string description;
  std::string return_url;  // where the buyer goes afterwards
  Instant expires_at;
  std::string traceparent;
};
struct Session {
  std::string ref;
  std::string checkout_url;
};
struct RefundWish {
  std::uint64_t key = 0;  // the refund's id
  PaymentId payment;
  std::string session_ref, capture_ref;
  Money amount;
  std::string reason;  // for the provider's record; at most 40 characters of ASCII
};
// A page of the provider's own list, for the comparison with ours.
struct ListedSession {
  std::string ref;
  std::string reference;  // the payment's id, as the provider kept it
  std::vector<ProviderCapture> captures;
};
struct SessionList {
  std::vector<ListedSession> items;
  std::string next_cursor;  // empty: the last page
};
// What a webhook tells: look at this session, or at the session of this capture. Its own words are not believed further than
// that.
struct WebhookNotice {
  std::string event_id;                  // the provider's own, unique; at most 100 characters
  std::string session_ref, capture_ref;  // one of them may be empty
};

// A delivery as it came: who sent it is not known yet.
struct WebhookDelivery {
  std::function<std::string_view(std::string_view)> header;  // by name, any case; empty when there is none
  const std::string& body;
  Instant now;
};
struct NotAuthentic {};
struct NotANotice {};   // authentic, and not to be understood
struct NotOfInterest {  // authentic, and of something that we do not follow
  std::string event_id;
};
using ReadWebhook = std::variant<WebhookNotice, NotAuthentic, NotANotice, NotOfInterest>;

// All calls to the provider throw base::Unavailable when the provider does not answer: the outcome is then unknown.
class Provider {
 public:
  virtual ~Provider() = default;
  virtual std::string_view name() const = 0;
  // No real money moves.
  virtual bool is_test() const { return false; }
  // What a buyer may choose before going to the provider's page, in the order to be shown: "qris", "virtual_account",
  // "ewallet", "card".
  virtual std::vector<std::string> methods() const = 0;
  virtual bool takes(Currency currency) const {
    static_cast<void>(currency);
    return true;
  }
  virtual ReadWebhook read_webhook(const WebhookDelivery& delivery) const = 0;
  // Throws SessionRefused when the provider will never make it.
  virtual Task<Session> open_session(SessionWish wish) = 0;
  // The session's name where it is made of the payment's id; empty where the provider gives one.
  virtual std::string ref_of(PaymentId payment) const {
    static_cast<void>(payment);
    return {};
  }
  virtual Task<SessionState> look_up(std::string session_ref) = 0;
  // Ends the session; a session that was paid meanwhile says so in its captures.
  virtual Task<SessionState> close_session(std::string session_ref) = 0;
  // Throws RefundRefused when the provider will never do it.
  virtual Task<ProviderRefund> refund(RefundWish wish) = 0;
  // Sessions made in [from, to) that have money, oldest first; nothing when the provider has no such list.
  virtual Task<std::optional<SessionList>> list(Instant from, Instant to, std::string cursor) = 0;
  // Captures of which something went back, or is disputed, that we may not have heard of; nothing when there is no such list.
  virtual Task<std::vector<std::string>> captures_with_news(Instant since) {
    static_cast<void>(since);
    co_return std::vector<std::string>{};
  }
};

// The provider's answer is final: no session is made for this payment.
struct SessionRefused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The provider's answer is final: this refund cannot be made.
struct RefundRefused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace gelora::payment
