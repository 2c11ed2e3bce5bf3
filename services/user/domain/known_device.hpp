// A device on which somebody has logged in before, known by a cookie of its own: it is not slowed down by those who guess at the
// same account from elsewhere, and needs no mail about a new device.
#pragma once
#include <array>
#include <string>
#include <string_view>

namespace gelora::user {

class KnownDevices {
 public:
  explicit KnownDevices(std::string_view key_material);

  // `random_16` is what tells this device from the others of the account.
  std::string make(std::string_view random_16, std::string_view email_key) const;
  // Whether somebody logged in to this account with the device.
  bool knows(std::string_view token, std::string_view email_key) const;

 private:
  std::array<unsigned char, 32> key_;
};

}  // namespace gelora::user
