// Pictures that people upload: told by their first bytes, measured before they are decoded, and written anew, so that nothing of
// the file but its pixels is kept. Knows nothing of where they are stored.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gelora::images {

inline constexpr std::size_t most_bytes = 8 * 1024 * 1024;
inline constexpr std::uint64_t most_pixels = 40'000'000;
inline constexpr std::uint32_t least_side = 16;

enum class Kind : std::uint8_t { jpeg, png, webp };

struct Unknown {};  // not a JPEG, PNG or WebP picture, or a broken one
struct TooLarge {
  std::uint32_t width = 0, height = 0;
};
struct TooSmall {};

struct Size {
  Kind kind = Kind::jpeg;
  std::uint32_t width = 0, height = 0;
};
// By the head alone.
std::variant<Size, Unknown, TooLarge, TooSmall> measure(std::string_view bytes);

// The picture as JPEG in each of `widths`, in their order; narrower ones are not made wider. Transparent parts become white, and
// a photo stands upright as its camera was held (Exif 2.3, tag Orientation).
std::variant<std::vector<std::string>, Unknown, TooLarge, TooSmall> to_jpegs(std::string_view bytes,
                                                                             const std::vector<std::uint32_t>& widths);

}  // namespace gelora::images
