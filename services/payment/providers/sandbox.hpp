// The sandbox bank's protocol (tools/sandbox_bank).
#pragma once
#include "auth/tokens.hpp"
#include "http/client.hpp"
#include "payment/providers/provider.hpp"

namespace gelora::payment {

class Sandbox final : public Provider {
 public:
  Sandbox(loop::Loop& loop, const std::string& base_url, auth::ServiceTokens& tokens, std::string webhook_secret,
          const Clock& clock)
      : client_(loop, base_url), tokens_(tokens), webhook_secret_(std::move(webhook_secret)), clock_(clock) {}

  std::string_view name() const override { return "sandbox"; }
  std::string_view signature_header() const override { return "X-Sandbox-Signature"; }
  ReadWebhook read_webhook(const WebhookDelivery& delivery) const override;
  Task<Session> open_session(SessionWish wish) override;
  Task<SessionState> look_up(std::string session_ref) override;
  Task<SessionState> close_session(std::string session_ref) override;
  Task<> refund(std::string capture_ref, std::uint64_t idempotency_key) override;

 private:
  Task<std::string> call(http::Verb method, std::string target, std::string body, std::uint64_t idempotency_key,
                         std::string traceparent = {});

  http::Client client_;
  auth::ServiceTokens& tokens_;
  std::string webhook_secret_;
  const Clock& clock_;
};

}  // namespace gelora::payment
