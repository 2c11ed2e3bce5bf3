#include "booking/domain/draw.hpp"

#include <openssl/sha.h>

#include <algorithm>
#include <cstring>
#include <numeric>

namespace gelora::booking {
namespace {

Hash256 sha256(std::span<const std::uint8_t> bytes) {
  Hash256 hash;
  SHA256(bytes.data(), bytes.size(), hash.data());
  return hash;
}

}  // namespace

Hash256 commitment_to(const Hash256& seed) { return sha256(seed); }

Hash256 root_of(std::span<const Mark> marks) {
  static_assert(sizeof(Mark) == 16);
  return sha256({reinterpret_cast<const std::uint8_t*>(marks.data()), marks.size_bytes()});
}

std::vector<std::uint32_t> drawn_order(const Hash256& seed, const Hash256& root, std::span<const Mark> marks) {
  std::vector<Hash256> keys;
  keys.reserve(marks.size());
  std::array<std::uint8_t, 80> text;
  std::memcpy(text.data(), seed.data(), 32);
  std::memcpy(text.data() + 32, root.data(), 32);
  for (const Mark& mark : marks) {
    std::memcpy(text.data() + 64, mark.data(), 16);
    keys.push_back(sha256(text));
  }
  std::vector<std::uint32_t> order(marks.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&keys](std::uint32_t a, std::uint32_t b) { return keys[a] != keys[b] ? keys[a] < keys[b] : a < b; });
  return order;
}

}  // namespace gelora::booking
