// What programs of organisations are told, how it is signed, and when it is told again. Pure. See docs/webhooks.md.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/time.hpp"

namespace gelora::booking {

using base::Duration, base::Instant;
using WebhookId = base::Id<struct WebhookTag>;
using DeliveryId = base::Id<struct DeliveryTag>;

inline constexpr std::string_view webhook_events[] = {"booking.confirmed",  "booking.refunded", "booking.cancelled",
                                                      "ticket.transferred", "ticket.admitted",  "show.published",
                                                      "show.cancelled"};
inline constexpr std::string_view webhook_test_event = "webhook.test";  // sent when it is asked for
bool is_webhook_event(std::string_view name);

// Scheme, host and path of an address: what follows often bears a token.
std::string without_query(std::string_view url);

enum class WebhookStatus : std::uint8_t { on = 1, off = 2, given_up = 3 };
std::string_view name_of(WebhookStatus status);

// resting: it waits for its webhook to be switched on, and is told to be waiting.
enum class DeliveryStatus : std::uint8_t { waiting = 1, delivered = 2, given_up = 3, resting = 4 };
std::string_view name_of(DeliveryStatus status);

// "whsec_…" of 32 random bytes.
std::string webhook_secret(const std::array<std::uint8_t, 32>& random);
bool is_webhook_secret(std::string_view text);
// "v1,…": HMAC-SHA256 of "<id>.<seconds>.<body>" under the bytes of the secret, in base64.
std::string webhook_signature(std::string_view secret, std::string_view id, std::int64_t seconds, std::string_view body);

// After that many attempts that failed, how long until the next; nothing when it is given up, after about three days.
// `luck` from 0 to 1 spreads them by a fifth either way.
std::optional<Duration> webhook_pause(unsigned attempts, double luck);

// An endpoint that took nothing for so long is not called any more.
inline constexpr Duration webhook_patience = std::chrono::hours{72};
// After a new secret the old one signs as well for so long.
inline constexpr Duration webhook_overlap = std::chrono::hours{24};

}  // namespace gelora::booking
