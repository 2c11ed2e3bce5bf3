#include "booking/domain/webhook.hpp"

#include <sodium.h>

#include <algorithm>

#include "base/check.hpp"
#include "base/encoding.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view prefix = "whsec_";
constexpr std::size_t secret_bytes = 32;
constexpr Duration pauses[] = {5s, 5min, 30min, 2h, 5h, 10h, 14h, 20h, 20h};

// Of a secret that webhook_secret() made.
std::array<std::uint8_t, secret_bytes> key_of(std::string_view secret) {
  std::array<std::uint8_t, secret_bytes> key{};
  const auto text = secret.substr(prefix.size());
  std::size_t size = 0;
  const int bad = sodium_base642bin(key.data(), key.size(), text.data(), text.size(), nullptr, &size, nullptr,
                                    sodium_base64_VARIANT_ORIGINAL);
  CHECK(bad == 0 && size == secret_bytes);
  return key;
}

const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

bool is_webhook_event(std::string_view name) {
  return std::find(std::begin(webhook_events), std::end(webhook_events), name) != std::end(webhook_events);
}

std::string without_query(std::string_view url) { return std::string{url.substr(0, url.find('?'))}; }

std::string_view name_of(WebhookStatus status) {
  switch (status) {
    case WebhookStatus::on: return "on";
    case WebhookStatus::off: return "off";
    case WebhookStatus::given_up: return "given_up";
  }
  return "";
}

std::string_view name_of(DeliveryStatus status) {
  switch (status) {
    case DeliveryStatus::waiting:
    case DeliveryStatus::resting: return "waiting";
    case DeliveryStatus::delivered: return "delivered";
    case DeliveryStatus::given_up: return "given_up";
  }
  return "";
}

bool is_webhook_secret(std::string_view text) { return text.substr(0, prefix.size()) == prefix; }

std::string webhook_secret(const std::array<std::uint8_t, 32>& random) {
  std::string secret{prefix};
  base::append_base64(secret, random);
  return secret;
}

std::string webhook_signature(std::string_view secret, std::string_view id, std::int64_t seconds, std::string_view body) {
  const auto key = key_of(secret);
  const std::string head = std::string{id} + "." + std::to_string(seconds) + ".";
  crypto_auth_hmacsha256_state state;
  std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES> mac{};
  crypto_auth_hmacsha256_init(&state, key.data(), key.size());
  crypto_auth_hmacsha256_update(&state, raw(head), head.size());
  crypto_auth_hmacsha256_update(&state, raw(body), body.size());
  crypto_auth_hmacsha256_final(&state, mac.data());
  std::string out = "v1,";
  base::append_base64(out, mac);
  return out;
}

std::optional<Duration> webhook_pause(unsigned attempts, double luck) {
  if (attempts == 0 || attempts > std::size(pauses)) return std::nullopt;
  const double spread = 0.8 + 0.4 * std::clamp(luck, 0.0, 1.0);
  return Duration{static_cast<std::int64_t>(static_cast<double>(pauses[attempts - 1].count()) * spread)};
}

}  // namespace gelora::booking
