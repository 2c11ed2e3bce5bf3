#include "images/photo.hpp"

#include <cairo.h>
#include <gtest/gtest.h>
#include <turbojpeg.h>

namespace gelora::images {
namespace {

// Its PNG; the surface is gone.
std::string png_of(cairo_surface_t* surface) {
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

std::string png(int width, int height) { return png_of(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)); }

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

// Brightness of one pixel.
int pixel_of(const std::string& jpeg, std::uint32_t x, std::uint32_t y) {
  const auto size = std::get<Size>(measure(jpeg));
  std::vector<unsigned char> pixels(std::size_t{size.width} * size.height);
  auto* turbo = tjInitDecompress();
  tjDecompress2(turbo, reinterpret_cast<const unsigned char*>(jpeg.data()), jpeg.size(), pixels.data(),
                static_cast<int>(size.width), 0, static_cast<int>(size.height), TJPF_GRAY, 0);
  tjDestroy(turbo);
  return pixels[y * size.width + x];
}

// A JPEG of 32 by 16 pixels whose upper left quarter is dark, as a camera keeps it that was held in this way.
std::string photo(char orientation) {
  auto* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 32, 16);
  auto* pen = cairo_create(surface);
  cairo_set_source_rgb(pen, 1, 1, 1);
  cairo_paint(pen);
  cairo_set_source_rgb(pen, 0, 0, 0);
  cairo_rectangle(pen, 0, 0, 16, 8);
  cairo_fill(pen);
  cairo_destroy(pen);
  std::string jpeg = std::get<0>(to_jpegs(png_of(surface), {32}))[0];
  const std::string tiff{"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19};
  const std::string exif =
      std::string{
          "\xff\xe1\0\x22"
          "Exif\0\0",
          10} +
      tiff + orientation + std::string(6, '\0');
  return jpeg.insert(2, exif);
}

// In which quarter the dark one is: 0 and 1 above, 2 and 3 below.
int dark_quarter(const std::string& jpeg) {
  const auto size = std::get<Size>(measure(jpeg));
  int darkest = 0, least = 256 * 3;
  for (int quarter = 0; quarter < 4; ++quarter) {
    const auto pixel = pixel_of(jpeg, size.width * (quarter % 2 == 0 ? 1 : 3) / 4, size.height * (quarter < 2 ? 1 : 3) / 4);
    if (pixel < least) least = pixel, darkest = quarter;
  }
  return darkest;
}

TEST(Photo, StandsUprightHoweverTheCameraWasHeld) {
  const std::tuple<char, bool, int> held[] = {{1, false, 0}, {2, false, 1}, {3, false, 3}, {4, false, 2}, {5, true, 0},
                                              {6, true, 1},  {7, true, 3},  {8, true, 2},  {9, false, 0}};
  for (const auto& [orientation, on_its_side, dark] : held) {
    const auto jpeg = std::get<0>(to_jpegs(photo(orientation), {480}))[0];
    EXPECT_EQ(size_of(jpeg).width, on_its_side ? 16u : 32u) << int{orientation};
    EXPECT_EQ(dark_quarter(jpeg), dark) << int{orientation};
  }
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
