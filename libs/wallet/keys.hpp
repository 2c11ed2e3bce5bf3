// The wallets for which there are keys.
#pragma once
#include <optional>

#include "wallet/apple_key.hpp"
#include "wallet/google_pass.hpp"

namespace gelora::wallet {

struct Keys {
  std::optional<AppleKey> apple;
  std::optional<GoogleKey> google;

  // An Apple key that has ended since the start is as none.
  bool has_apple(base::Instant now) const { return apple && now < apple->ends_at(); }
};

}  // namespace gelora::wallet
