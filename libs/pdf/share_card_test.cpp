#include "pdf/share_card.hpp"

#include <gtest/gtest.h>

namespace gelora::pdf {
namespace {

ShareCard card_of(const std::string& text, std::uint32_t seed = 11) {
  return {{colour_of("#1b1464"), colour_of("#e84a5f"), colour_of("#ffd166")}, seed, text, text, text, text};
}
int number_at(const std::string& png, std::size_t at) {
  return static_cast<unsigned char>(png[at]) * 256 + static_cast<unsigned char>(png[at + 1]);
}

TEST(ShareCard, IsAPictureOfTheSizeThatPreviewsAskFor) {
  const auto png = share_card_png(card_of("Langit Karsa"));
  ASSERT_TRUE(png.starts_with("\x89PNG\r\n\x1a\n"));
  EXPECT_EQ(number_at(png, 18), 1200);
  EXPECT_EQ(number_at(png, 22), 630);
  EXPECT_EQ(png, share_card_png(card_of("Langit Karsa"))) << "the same for the same";
  EXPECT_NE(png, share_card_png(card_of("Langit Karsa", 12)));
}

TEST(ShareCard, TakesWhateverTextThereIs) {
  for (const std::string& odd : {std::string{}, std::string(4000, 'W'), std::string(300, '\n'), std::string{"\xff\xfe\x80"},
                                 std::string{"<script>alert(1)</script>"}, std::string{"مطر ☔ 雨 ฝน"}, std::string{"🎸🎤"}})
    EXPECT_TRUE(share_card_png(card_of(odd)).starts_with("\x89PNG"));
}

TEST(ShareCard, DrawsEachOfTheIdeas) {
  for (std::uint32_t seed = 0; seed < 64; ++seed) EXPECT_GT(share_card_png(card_of("x", seed)).size(), 5'000u) << seed;
}

}  // namespace
}  // namespace gelora::pdf
