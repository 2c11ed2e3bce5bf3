// The sandbox bank's own protocol (tools/sandbox_bank).
#pragma once
#include "auth/tokens.hpp"
#include "http/client.hpp"
#include "payment/providers/line.hpp"
#include "payment/providers/provider.hpp"

namespace gelora::payment {

class Sandbox final : public Provider {
 public:
  Sandbox(loop::Loop& loop, const std::string& base_url, auth::ServiceTokens& tokens, std::string webhook_secret,
          const Clock& clock, Line::Limits limits = {})
      : client_(loop, base_url),
        line_(
            loop, "sandbox bank", [this](http::Call call) { return send(std::move(call)); }, clock, limits),
        tokens_(tokens),
        webhook_secret_(std::move(webhook_secret)),
        clock_(clock) {}

  std::string_view name() const override { return "sandbox"; }
  bool is_test() const override { return true; }
  std::vector<std::string> methods() const override { return {"qris", "virtual_account", "ewallet", "card"}; }
  ReadWebhook read_webhook(const WebhookDelivery& delivery) const override;
  Task<Session> open_session(SessionWish wish) override;
  Task<SessionState> look_up(std::string session_ref) override;
  Task<SessionState> close_session(std::string session_ref) override;
  Task<ProviderRefund> refund(RefundWish wish) override;
  Task<std::optional<SessionList>> list(Instant from, Instant to, std::string cursor) override;

 private:
  Task<LineReply> send(http::Call call);
  Task<http::Reply> ask(http::Call call);
  // The body of an answer 2xx.
  Task<std::string> call(http::Call call);

  http::Client client_;
  Line line_;
  auth::ServiceTokens& tokens_;
  std::string webhook_secret_;
  const Clock& clock_;
};

}  // namespace gelora::payment
