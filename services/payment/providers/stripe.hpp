// Stripe: its hosted Checkout page, refunds and disputes. Sources: docs.stripe.com/api (checkout/sessions, charges, refunds,
// disputes, idempotent_requests, errors) and docs.stripe.com/webhooks.
#pragma once
#include <boost/json/value.hpp>

#include "payment/providers/line.hpp"
#include "payment/providers/outside.hpp"
#include "payment/providers/provider.hpp"

namespace gelora::payment {

struct StripeSettings {
  std::string url;                           // of the API, without /v1
  std::string key;                           // sk_test_… or sk_live_…
  std::vector<std::string> webhook_secrets;  // more than one while they change
};

class Stripe final : public Provider {
 public:
  Stripe(loop::Loop& loop, StripeSettings settings, const Clock& clock);

  std::string_view name() const override { return "stripe"; }
  bool is_test() const override { return !live_; }
  std::vector<std::string> methods() const override { return {"card"}; }
  ReadWebhook read_webhook(const WebhookDelivery& delivery) const override;
  Task<Session> open_session(SessionWish wish) override;
  Task<SessionState> look_up(std::string session_ref) override;
  Task<SessionState> close_session(std::string session_ref) override;
  Task<ProviderRefund> refund(RefundWish wish) override;
  // Stripe lists the newest first: pages come in that order, oldest first within a page.
  Task<std::optional<SessionList>> list(Instant from, Instant to, std::string cursor) override;
  Task<std::vector<std::string>> captures_with_news(Instant since) override;

 private:
  using Form = std::vector<std::pair<std::string, std::string>>;
  Task<http::Reply> get(std::string path);
  Task<http::Reply> post(std::string path, Form form, std::string idempotency_key);
  // All pages of a list.
  Task<std::vector<boost::json::value>> all_of(std::string path);

  StripeSettings settings_;
  bool live_;
  Outside outside_;
  Line line_;
};

}  // namespace gelora::payment
