#include "payment/app/take_webhook.hpp"

#include "payment/app/settle.hpp"
#include "telemetry/log.hpp"

namespace gelora::payment {

Task<TakeWebhookOutcome> take_webhook(App& app, Provider& provider, WebhookDelivery delivery) {
  const auto read = provider.read_webhook(delivery);
  if (std::holds_alternative<NotAuthentic>(read)) co_return NotAuthentic{};
  if (std::holds_alternative<NotANotice>(read)) co_return NotANotice{};
  const std::string name{provider.name()};
  if (const auto* other = std::get_if<NotOfInterest>(&read)) {
    WebhookEvent event{name, other->event_id};
    co_await app.books.record(std::move(event), "not-of-interest", std::nullopt);
    co_return WebhookTaken{};
  }
  const auto& notice = std::get<WebhookNotice>(read);
  const WebhookEvent event{name, notice.event_id};
  std::optional<PaymentRow> payment;
  if (!notice.session_ref.empty()) payment = co_await app.books.find_by_session(name, notice.session_ref);
  if (!payment && !notice.capture_ref.empty()) payment = co_await app.books.find_by_capture(name, notice.capture_ref);
  if (!payment) {
    const std::string about = notice.session_ref.empty() ? notice.capture_ref : notice.session_ref;
    telemetry::warn("webhook of an unknown session", {{"provider", name}, {"event_id", notice.event_id}});
    std::optional<Finding> finding{std::in_place, "unknown-session", about, Money{}, "a webhook tells of it"};
    co_await app.books.record(event, "unknown", std::move(finding));
    co_return UnknownSession{};
  }
  auto state = co_await provider.look_up(payment->provider_ref);
  Cause cause = event;
  co_await settle(app, payment->id, std::move(state), std::move(cause));
  co_return WebhookTaken{};
}

}  // namespace gelora::payment
