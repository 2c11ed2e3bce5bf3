#include "seal/seals.hpp"

#include <sodium.h>

#include "base/encoding.hpp"

namespace gelora::seal {
namespace {

unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

std::array<unsigned char, 32> derived_key(std::string_view key_material, std::string_view purpose) {
  std::array<unsigned char, 64> root{};
  std::array<unsigned char, 32> key{};
  crypto_generichash(root.data(), root.size(), bytes(key_material), key_material.size(), nullptr, 0);
  crypto_generichash(key.data(), key.size(), bytes(purpose), purpose.size(), root.data(), root.size());
  return key;
}

Seals::Seals(std::string_view key_material, std::string_view purpose) : key_(derived_key(key_material, purpose)) {}

std::string Seals::seal(std::string_view text) const {
  std::string out(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size(), '\0');
  randombytes_buf(out.data(), crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(bytes(out) + crypto_secretbox_NONCEBYTES, bytes(text), text.size(), bytes(out), key_.data());
  return base::to_base64url(base::as_bytes(out));
}

std::optional<std::string> Seals::open(std::string_view sealed) const {
  const auto raw = base::from_base64url(sealed);
  constexpr std::size_t head = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (!raw || raw->size() < head) return std::nullopt;
  std::string text(raw->size() - head, '\0');
  const auto* boxed = bytes(std::string_view{*raw});
  if (crypto_secretbox_open_easy(bytes(text), boxed + crypto_secretbox_NONCEBYTES, raw->size() - crypto_secretbox_NONCEBYTES,
                                 boxed, key_.data()) != 0)
    return std::nullopt;
  return text;
}

}  // namespace gelora::seal
