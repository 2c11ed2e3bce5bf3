// Midtrans: its hosted page (Snap), status, refunds. Rupiah only; one order, named by the payment's id, is charged once. Sources:
// docs.midtrans.com, "Snap", "Get Transaction Status", "Refund", "Transaction Status Cycle", "HTTP notification".
#pragma once
#include <boost/json/value.hpp>

#include "payment/providers/line.hpp"
#include "payment/providers/outside.hpp"
#include "payment/providers/provider.hpp"

namespace gelora::payment {

struct MidtransSettings {
  std::string api_url, snap_url;  // without /v2 and /snap
  std::string server_key, merchant_id;
};

class Midtrans final : public Provider {
 public:
  Midtrans(loop::Loop& loop, MidtransSettings settings, const Clock& clock);

  std::string_view name() const override { return "midtrans"; }
  bool takes(Currency currency) const override { return currency.text() == "IDR"; }
  bool is_test() const override { return settings_.server_key.starts_with("SB-"); }
  std::vector<std::string> methods() const override { return {"qris", "virtual_account", "ewallet", "card"}; }
  ReadWebhook read_webhook(const WebhookDelivery& delivery) const override;
  Task<Session> open_session(SessionWish wish) override;
  std::string ref_of(PaymentId payment) const override { return payment.text(); }
  Task<SessionState> look_up(std::string session_ref) override;
  Task<SessionState> close_session(std::string session_ref) override;
  Task<ProviderRefund> refund(RefundWish wish) override;
  // Midtrans has no list.
  Task<std::optional<SessionList>> list(Instant from, Instant to, std::string cursor) override;

 private:
  Task<boost::json::value> status(std::string order);
  // What it does to an order; the answer, whatever its status_code.
  Task<boost::json::value> act(std::string order, std::string action, std::string body);

  MidtransSettings settings_;
  std::string authorization_;
  Outside api_, snap_;
  Line api_line_, snap_line_;
};

}  // namespace gelora::payment
