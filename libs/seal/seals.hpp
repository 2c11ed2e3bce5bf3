// What has to be kept readable and still must not lie in the database in the clear: sealed with a key of the process
// (XSalsa20-Poly1305, libsodium's secretbox).
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace gelora::seal {

// A key for one purpose out of a secret that serves several.
std::array<unsigned char, 32> derived_key(std::string_view key_material, std::string_view purpose);

class Seals {
 public:
  // `key_material` is secret, and both stay the same as long as what was sealed is to be opened.
  Seals(std::string_view key_material, std::string_view purpose);

  std::string seal(std::string_view text) const;
  // Nothing when it was not sealed with this key, or was changed.
  std::optional<std::string> open(std::string_view sealed) const;

 private:
  std::array<unsigned char, 32> key_;
};

}  // namespace gelora::seal
