#include "images/photo.hpp"

#include <cairo.h>
#include <gtest/gtest.h>

namespace gelora::images {
namespace {

std::string png(int width, int height) {
  auto* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
  std::string bytes;
  cairo_surface_write_to_png_stream(
      surface,
      [](void* to, const unsigned char* data, unsigned length) {
        static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
      },
      &bytes);
  cairo_surface_destroy(surface);
  return bytes;
}

Size size_of(const std::string& bytes) { return std::get<Size>(measure(bytes)); }

TEST(Photo, BecomesJpegsThatAreNotWiderThanItIs) {
  const auto made = to_jpegs(png(800, 600), {480, 960});
  const auto& jpegs = std::get<0>(made);
  ASSERT_EQ(jpegs.size(), 2u);
  EXPECT_EQ(size_of(jpegs[0]).kind, Kind::jpeg);
  EXPECT_EQ(std::pair(size_of(jpegs[0]).width, size_of(jpegs[0]).height), std::pair(480u, 360u));
  EXPECT_EQ(size_of(jpegs[1]).width, 800u);
  const auto again = to_jpegs(jpegs[0], {240});
  EXPECT_EQ(size_of(std::get<0>(again)[0]).height, 180u);
}

TEST(Photo, IsMeasuredBeforeItIsDecoded) {
  std::string bomb = png(20, 20);
  for (const std::size_t at : {17, 21}) bomb[at] = '\x01';  // says 65,556 by 65,556
  const auto refused = to_jpegs(bomb, {480});
  EXPECT_EQ(std::get<TooLarge>(refused).width, 65'556u);
  EXPECT_TRUE(std::holds_alternative<TooSmall>(to_jpegs(png(8, 800), {480})));
}

TEST(Photo, IsRefusedWhenBrokenOrSomethingElse) {
  const std::string whole = png(100, 100), jpeg = std::get<0>(to_jpegs(whole, {100}))[0];
  for (const auto& bytes :
       {std::string{}, std::string{"<svg xmlns='http://www.w3.org/2000/svg'/>"}, std::string{"GIF89a"}, whole.substr(0, 60),
        whole.substr(0, whole.size() / 2), jpeg.substr(0, jpeg.size() / 2), std::string{"RIFF\x10\0\0\0WEBPVP8 xx", 18}})
    EXPECT_TRUE(std::holds_alternative<Unknown>(to_jpegs(bytes, {480}))) << bytes.size();
}

}  // namespace
}  // namespace gelora::images
