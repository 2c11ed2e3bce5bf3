#include "wallet/apple_pictures.hpp"

#include <cairo.h>

#include "pdf/picture.hpp"

namespace gelora::wallet {
namespace {

// In points.
constexpr int icon_size = 29, logo_width = 110, logo_height = 50, strip_width = 375, strip_height = 98;

pdf::Colour text_of(const Pass& pass) { return pdf::readable_on(pass.palette[0]); }

void draw_icon(pdf::Canvas& icon, const Pass& pass) {
  icon.fill(0, 0, icon_size, icon_size, pass.palette[0]);
  icon.text({0, -3, icon_size}, "g",
            {.size = 24, .bold = true, .colour = text_of(pass), .align = pdf::Align::centre, .leading = 1});
}

void draw_logo(pdf::Canvas& logo, const Pass& pass) {
  logo.text({0, 8, logo_width}, "gelora", {.size = 25, .bold = true, .colour = text_of(pass), .leading = 1, .spacing = -0.5});
}

// The name is written over its left by Wallet: there the ground is calm.
void draw_strip(pdf::Canvas& strip, const Pass& pass) {
  pdf::draw_poster(strip, 0, 0, strip_width, strip_height, pass.palette, pass.poster_seed);
  const pdf::Colour ground = pass.palette[0];
  cairo_pattern_t* calm = cairo_pattern_create_linear(0, 0, strip_width, 0);
  cairo_pattern_add_color_stop_rgba(calm, 0.35, ground.red, ground.green, ground.blue, 0.94);
  cairo_pattern_add_color_stop_rgba(calm, 0.8, ground.red, ground.green, ground.blue, 0);
  cairo_set_source(strip.pen(), calm);
  cairo_paint(strip.pen());
  cairo_pattern_destroy(calm);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> apple_pictures(const Pass& pass) {
  std::vector<std::pair<std::string, std::string>> files;
  const auto draw = [&](const char* name, int width, int height, int scale, auto how) {
    pdf::Picture picture(width * scale, height * scale);
    cairo_scale(picture.pen(), scale, scale);
    how(picture, pass);
    files.emplace_back(name + (scale == 1 ? std::string{} : "@" + std::to_string(scale) + "x") + ".png", picture.to_png());
  };
  for (const int scale : {1, 2, 3}) draw("icon", icon_size, icon_size, scale, draw_icon);
  for (const int scale : {1, 2}) {
    draw("logo", logo_width, logo_height, scale, draw_logo);
    draw("strip", strip_width, strip_height, scale, draw_strip);
  }
  return files;
}

}  // namespace gelora::wallet
