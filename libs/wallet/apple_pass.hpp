// A pass for Apple Wallet: a ZIP of pass.json, pictures, words in two languages, a manifest and its signature.
// https://developer.apple.com/documentation/walletpasses
#pragma once
#include "wallet/apple_key.hpp"
#include "wallet/pass.hpp"

namespace gelora::wallet {

// The pass.json.
std::string apple_json(const Pass& pass, std::string_view pass_type, std::string_view team);

// The .pkpass. Draws: for a worker thread.
std::string apple_pass(const Pass& pass, const AppleKey& key);

}  // namespace gelora::wallet
