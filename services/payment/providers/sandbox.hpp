// The sandbox bank's protocol (tools/sandbox_bank).
#pragma once
#include <optional>

#include "auth/tokens.hpp"
#include "http/client.hpp"
#include "payment/providers/provider.hpp"

namespace gelora::payment {

class Sandbox final : public Provider {
 public:
  Sandbox(loop::Loop& loop, const std::string& base_url, const auth::ServiceTokens& tokens, const Clock& clock)
      : client_(loop, base_url), tokens_(tokens), clock_(clock) {}

  std::string_view name() const override { return "sandbox"; }
  Task<Session> open_session(SessionWish wish) override;
  Task<SessionState> look_up(std::string session_ref) override;
  Task<SessionState> close_session(std::string session_ref) override;
  Task<> refund(std::string capture_ref, std::uint64_t idempotency_key) override;

 private:
  Task<std::string> call(http::Verb method, std::string target, std::string body, std::uint64_t idempotency_key);

  http::Client client_;
  const auth::ServiceTokens& tokens_;
  const Clock& clock_;
};

// The notice in a verified body; nothing when it is not one.
std::optional<WebhookNotice> read_sandbox_notice(const std::string& body);

}  // namespace gelora::payment
