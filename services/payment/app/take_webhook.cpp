#include "payment/app/take_webhook.hpp"

#include "payment/app/settle.hpp"
#include "telemetry/log.hpp"

namespace gelora::payment {

Task<TakeWebhookOutcome> take_webhook(App& app, Provider& provider, WebhookDelivery delivery) {
  const auto read = provider.read_webhook(delivery);
  if (std::holds_alternative<NotAuthentic>(read)) co_return NotAuthentic{};
  if (std::holds_alternative<NotANotice>(read)) co_return NotANotice{};
  const auto& notice = std::get<WebhookNotice>(read);
  auto payment = co_await find_payment_by_ref(app.pool, std::string{provider.name()}, notice.session_ref);
  if (!payment) {
    telemetry::warn("webhook of an unknown session", {{"provider", provider.name()}, {"event_id", notice.event_id}});
    co_return UnknownSession{};
  }
  auto state = co_await provider.look_up(notice.session_ref);
  co_await settle(app, std::move(*payment), std::move(state), notice.event_id);
  co_return WebhookTaken{};
}

}  // namespace gelora::payment
