// How often one may ask: token buckets per address prefix and per email. Numbers as in docs and tests; GELORA_LIMITS=off for
// tests.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "redis/buckets.hpp"

namespace gelora::user {

using loop::Task;

enum class Door {
  registration,
  verification,
  log_in,
  proof,      // the password, or a code, of somebody who is logged in
  challenge,  // what a browser needs to use a passkey: each view of the log-in page asks for one
  reset,
  invitation,
  machine,
};

class Limits {
 public:
  Limits(redis::Buckets& buckets, const base::Clock& clock, bool on) : buckets_(buckets), clock_(clock), on_(on) {}

  // Nothing when the caller may pass; else the seconds to wait. An empty `email_key` counts the address only.
  Task<std::optional<int>> refused(Door door, std::string peer_address, std::string email_key);
  // The log-in was right: the address has its token back, for behind it may be a stadium. Only failures are counted of it.
  Task<> log_in_succeeded(std::string peer_address);
  // On a device that the account was used on before: all such of an account are counted for themselves, so that its owner gets in
  // however many guess elsewhere.
  Task<std::optional<int>> refused_on_known_device(std::string email_key);

 private:
  redis::Buckets& buckets_;
  const base::Clock& clock_;
  bool on_;
};

}  // namespace gelora::user
