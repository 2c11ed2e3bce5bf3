// Hex and base64 (RFC 4648) of bytes.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gelora::base {

using Bytes = std::span<const std::uint8_t>;

inline Bytes as_bytes(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

void append_hex(std::string& out, Bytes bytes);  // lower case
std::string to_hex(Bytes bytes);
std::optional<std::string> from_hex(std::string_view text);  // nothing for an odd length or another character

void append_base64(std::string& out, Bytes bytes);                 // padded, standard alphabet
std::string to_base64url(Bytes bytes);                             // without padding
std::optional<std::string> from_base64url(std::string_view text);  // strict: no padding, no stray bits

}  // namespace gelora::base
