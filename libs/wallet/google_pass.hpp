// A ticket for Google Wallet: a link that carries it as a JWT, signed by a service account of the issuer.
// https://developers.google.com/wallet/tickets/events
#pragma once
#include "auth/rsa_key.hpp"
#include "base/time.hpp"
#include "wallet/pass.hpp"

namespace gelora::wallet {

class GoogleKey {
 public:
  // `account` is the service account's key as Google gives it (JSON), `issuer` the number of the issuer's account. Throws
  // std::runtime_error that says what is wrong.
  GoogleKey(std::string_view account, std::string issuer);

  // https://pay.google.com/gp/v/save/<JWT>, to be followed from a page of `origin`.
  std::string save_url(const Pass& pass, const std::string& origin, base::Instant now) const;

 private:
  std::string issuer_, email_;
  auth::RsaKey key_;
};

}  // namespace gelora::wallet
