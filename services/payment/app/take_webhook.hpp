// Use case: a provider's webhook. It is a hint: what is believed is what the provider says when it is asked about the session.
#pragma once
#include "payment/app/app.hpp"

namespace gelora::payment {

struct WebhookTaken {};
struct UnknownSession {};  // authentic, recorded, and of no payment of ours
using TakeWebhookOutcome = std::variant<WebhookTaken, UnknownSession, NotAuthentic, NotANotice>;

// Throws base::Unavailable when the provider cannot be asked: it will deliver again.
Task<TakeWebhookOutcome> take_webhook(App& app, Provider& provider, WebhookDelivery delivery);

}  // namespace gelora::payment
