// A payment provider with a truth of its own: sessions, money taken and given back, disputes. Its webhooks are signed, and are
// lost, late, told twice and out of order.
#pragma once
#include "payment/providers/provider.hpp"
#include "payment/simulation/nature.hpp"

namespace gelora::payment::simulation {

class SimulatedProvider final : public Provider {
 public:
  explicit SimulatedProvider(Nature& nature) : wire(nature), nature_(nature) {}

  std::string_view name() const override { return "sandbox"; }
  std::vector<std::string> methods() const override { return {"qris", "card"}; }
  ReadWebhook read_webhook(const WebhookDelivery& delivery) const override;
  Task<Session> open_session(SessionWish wish) override;
  std::string ref_of(PaymentId payment) const override { return names_are_ours ? name_of(payment) : std::string{}; }
  Task<SessionState> look_up(std::string session_ref) override;
  Task<SessionState> close_session(std::string session_ref) override;
  Task<ProviderRefund> refund(RefundWish wish) override;
  Task<std::optional<SessionList>> list(Instant from, Instant to, std::string cursor) override;
  Task<std::vector<std::string>> captures_with_news(Instant since) override;

  // What people do at the provider.
  enum class Way { right, too_little, too_much, other_account };
  void pay(const std::string& ref, Way way, bool late);
  void decline(const std::string& ref);
  void dispute(const std::string& ref, Duration decided_after);
  void refund_by_hand(const std::string& ref);

  struct Webhook {
    std::string session_ref, header, body;
  };
  // The body of the session's next true webhook, with a signature that is wrong in one of several ways.
  std::optional<Webhook> forge();
  // Hands one in; who could not take it has it delivered again.
  std::function<void(Webhook, std::uint64_t tries)> deliver;
  void deliver_again(Webhook webhook, std::uint64_t tries);

  Wire wire;
  double webhooks_lost = 0, webhooks_late = 0, refunds_failing = 0, refunds_returning = 0;
  bool has_list = true;
  bool names_are_ours = false;  // a session is named by the payment, and made until pay_by; else for some time longer
  std::function<void()> something_was_done;  // and its answer is on its way

  struct TrueSession {
    PaymentId payment;
    Money asked;
    Instant opened_at;
    SessionState state;
    bool by_hand_or_disputed = false;
    std::size_t webhooks = 0;
  };
  std::map<std::string, TrueSession> sessions;

 private:
  static constexpr std::string_view secret_ = "whsec_simulated";
  static std::string name_of(PaymentId payment) { return "s" + payment.text(); }
  std::int64_t left(const TrueSession& session, const ProviderCapture& capture) const;
  void tell(const std::string& ref);
  Webhook webhook(const std::string& ref, std::size_t number) const;
  std::variant<ProviderRefund, std::string> do_refund(const RefundWish& wish);
  void finish_refund(const std::string& session_ref, const std::string& refund_ref, ProviderRefund::State state);

  Nature& nature_;
  std::map<std::uint64_t, ProviderRefund> first_answers_;  // by key
  std::size_t made_ = 0;
};

}  // namespace gelora::payment::simulation
