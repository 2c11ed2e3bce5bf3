// What owners of an organisation are told by mail about its webhooks.
#pragma once
#include "booking/clients/users.hpp"
#include "booking/storage/webhooks.hpp"

namespace gelora::booking {

mail::Message webhook_given_up_mail(const Webhook& webhook, const Contact& owner, const std::string& public_url);

}  // namespace gelora::booking
