#include "user/app/limits.hpp"

#include "http/address_prefix.hpp"
#include "user/domain/tokens.hpp"

namespace gelora::user {
namespace {

using namespace std::chrono_literals;

struct Doors {
  std::string_view name;
  redis::Bucket per_prefix, per_email;
};

// What all together may ask for: a registration costs a hash and a mail.
constexpr redis::Bucket all_registrations{600, 20ms};

// A shared address (a stadium, a mobile carrier) has many honest people behind it; one email has one. Of log-ins an address pays
// for those that fail.
constexpr Doors rules_of(Door door) {
  switch (door) {
    case Door::registration: return {"registration", {120, 1s}, {5, 10min}};
    case Door::verification: return {"verification", {300, 200ms}, {1, 0s}};
    case Door::log_in: return {"log_in", {120, 1s}, {10, 30s}};
    case Door::proof: return {"proof", {300, 200ms}, {10, 30s}};
    case Door::challenge: return {"challenge", {2000, 10ms}, {1, 0s}};
    case Door::reset: return {"reset", {30, 20s}, {5, 10min}};
    case Door::invitation: return {"invitation", {60, 10s}, {20, 30min}};
    case Door::machine: return {"machine", {120, 1s}, {1, 0s}};
  }
  return {};
}

int whole_seconds(base::Duration wait) { return static_cast<int>((wait.count() + 999'999) / 1'000'000); }

}  // namespace

Task<std::optional<int>> Limits::refused(Door door, std::string peer_address, std::string email_key) {
  if (!on_) co_return std::nullopt;
  const auto rules = rules_of(door);
  const std::string name{rules.name};
  const auto now = clock_.now();
  auto wait = co_await buckets_.take(name + ":from:" + http::address_prefix(peer_address), rules.per_prefix, now);
  if (!wait && !email_key.empty()) {  // hashed: Redis need not know who asks
    wait = co_await buckets_.take(name + ":for:" + hash_of_link_token(email_key), rules.per_email, now);
  }
  if (!wait && door == Door::registration) wait = co_await buckets_.take("registration:all", all_registrations, now);
  if (!wait) co_return std::nullopt;
  co_return whole_seconds(*wait);
}

Task<> Limits::log_in_succeeded(std::string peer_address) {
  if (!on_) co_return;
  const auto rules = rules_of(Door::log_in);
  const std::string name = std::string{rules.name} + ":from:" + http::address_prefix(peer_address);
  co_await buckets_.give_back(name, rules.per_prefix, clock_.now());
}

Task<std::optional<int>> Limits::refused_on_known_device(std::string email_key) {
  if (!on_) co_return std::nullopt;
  const std::string name = "log_in:known:" + hash_of_link_token(email_key);
  const auto wait = co_await buckets_.take(name, rules_of(Door::log_in).per_email, clock_.now());
  if (!wait) co_return std::nullopt;
  co_return whole_seconds(*wait);
}

}  // namespace gelora::user
