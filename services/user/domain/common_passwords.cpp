#include "user/domain/common_passwords.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>

// 256 ends (the number of records whose first byte is not greater), then records of four bytes, sorted: the next bytes of the
// hash. All numbers are big-endian.
asm(R"(
  .pushsection .rodata
  .globl gelora_common_passwords
  .hidden gelora_common_passwords
gelora_common_passwords:
  .incbin ")" COMMON_PASSWORDS_FILE R"("
  .popsection
)");
extern "C" const unsigned char gelora_common_passwords[];

namespace gelora::user {
namespace {

constexpr std::size_t firsts = 256;

std::uint32_t number(const unsigned char* at) {
  return std::uint32_t{at[0]} << 24 | std::uint32_t{at[1]} << 16 | std::uint32_t{at[2]} << 8 | at[3];
}
std::uint32_t end_of(std::size_t first) { return number(gelora_common_passwords + first * 4); }
std::uint32_t record(std::size_t index) { return number(gelora_common_passwords + (firsts + index) * 4); }

}  // namespace

bool is_common(std::string_view folded) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(folded.data()), folded.size());
  std::size_t low = hash[0] == 0 ? 0 : end_of(hash[0] - 1u), high = end_of(hash[0]);
  const auto wanted = number(&hash[1]);
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (record(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < end_of(hash[0]) && record(low) == wanted;
}

std::size_t common_passwords() { return end_of(firsts - 1); }

}  // namespace gelora::user
