// The picture that stands beside a link to a concert. All texts come worded.
#pragma once
#include "pdf/poster.hpp"

namespace gelora::pdf {

inline constexpr int share_card_width = 1200, share_card_height = 630;

struct ShareCard {
  Palette palette;
  std::uint32_t poster_seed = 0;
  std::string artist, title;
  std::string when, where;
};

// A PNG of the size above; the same for the same.
std::string share_card_png(const ShareCard& card);

}  // namespace gelora::pdf
