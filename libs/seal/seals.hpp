// What has to be kept readable and still must not lie in the database in the clear: sealed with a key of the process
// (XSalsa20-Poly1305, libsodium's secretbox).
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace gelora::user {

class Seals {
 public:
  // `key_material` is secret and stays the same as long as what was sealed is to be opened.
  explicit Seals(std::string_view key_material);

  std::string seal(std::string_view text) const;
  // Nothing when it was not sealed with this key, or was changed.
  std::optional<std::string> open(std::string_view sealed) const;

 private:
  std::array<unsigned char, 32> key_;
};

}  // namespace gelora::user
