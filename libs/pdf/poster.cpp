#include "pdf/poster.hpp"

#include <cairo.h>

#include <cmath>

#include "pdf/random.hpp"

namespace gelora::pdf {
namespace {

void use(cairo_t* pen, Colour colour) { cairo_set_source_rgb(pen, colour.red, colour.green, colour.blue); }

void wave(cairo_t* pen, double width, double y, double amplitude, double length, double phase) {
  cairo_new_path(pen);
  double x = -phase - length;
  cairo_move_to(pen, x, y);
  for (double up = -1; x < width + length; up = -up) {
    const double middle = y + up * amplitude * 0.66;
    cairo_curve_to(pen, x + length / 6, middle, x + length / 3, middle, x + length / 2, y);
    x += length / 2;
  }
  cairo_stroke(pen);
}

}  // namespace

void draw_poster(Canvas& canvas, double x, double y, double width, double height, const Palette& palette, std::uint32_t seed) {
  Random random(seed);
  cairo_t* pen = canvas.pen();
  canvas.fill(x, y, width, height, palette[0]);
  cairo_save(pen);
  cairo_rectangle(pen, x, y, width, height);
  cairo_clip(pen);
  cairo_translate(pen, x, y);
  use(pen, palette[2]);
  cairo_new_path(pen);
  cairo_arc(pen, random.between(width * 0.55, width * 0.8), height * random.between(0.38, 0.5), height * 0.3, 0, 2 * M_PI);
  cairo_fill(pen);
  use(pen, palette[1]);
  const double length = random.between(130, 210);
  constexpr int waves = 7;
  for (int i = 0; i < waves; ++i) {
    const double grown = static_cast<double>(i) / waves;
    cairo_set_line_width(pen, 3 + 11 * grown);
    wave(pen, width, height * (0.5 + 0.62 * grown), 12 + 22 * grown, length, random.between(0, length));
  }
  cairo_restore(pen);
}

}  // namespace gelora::pdf
