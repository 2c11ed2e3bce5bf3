#include "pdf/poster_art.hpp"

#include <cairo.h>

#include <cmath>

#include "pdf/random.hpp"

namespace gelora::pdf {
namespace {

constexpr double art_width = 300, art_height = 400;

// The numbers that are drawn come in the order of poster_art.ts: each into a name of its own, for C++ has no order of arguments.
class Art {
 public:
  Art(cairo_t* pen, Random& random, Colour back, Colour main, Colour spark)
      : pen_(pen), random_(random), back_(back), main_(main), spark_(spark) {}

  // The surge itself: waves that grow under a sun.
  void surge() {
    const double x = between(90, 210), y = between(110, 160), r = between(60, 88);
    disc(x, y, r, spark_);
    const double length = between(110, 190);
    for (int i = 0; i < 9; ++i) {
      wave(190 + i * 25, 16 + i * 4, length, random_.next() * length);
      stroke(main_, 5 + i * 2.2);
    }
  }

  // Light from one point, as from behind a stage.
  void rays() {
    const double x = between(90, 210), y = between(190, 290);
    const int count = 12 + static_cast<int>(random_.next() * 8);
    const double turn = random_.next();
    for (int i = 0; i < count; ++i) {
      cairo_move_to(pen_, x, y);
      for (const double part : {0.0, 0.5}) {
        const double angle = (i + turn + part) / count * 2 * M_PI;
        cairo_line_to(pen_, x + std::cos(angle) * 600, y + std::sin(angle) * 600);
      }
      fill(main_);
    }
    disc(x, y, 74, spark_);
  }

  // A record, cut and shifted.
  void record() {
    const double x = between(110, 190), y = between(160, 220);
    disc(x, y, 168, main_);
    for (int r = 158; r > 70; r -= 11) ring(x, y, r, back_, r % 3 == 0 ? 4 : 1.6);
    disc(x, y, 58, spark_);
    disc(x, y, 11, back_);
    box(0, y + 168 * between(0.3, 0.6), art_width, 9, back_);
  }

  // Level meters of a mixing desk.
  void levels() {
    constexpr int columns = 9;
    constexpr double step = art_width / columns;
    for (int i = 0; i < columns; ++i) {
      const double swell = std::sin((i + random_.next() * 0.8) / columns * M_PI);
      const int lit = 3 + static_cast<int>(std::floor(swell * 11 + random_.next() * 4));
      for (int j = 0; j < lit; ++j) box(i * step + 4, 372 - j * 22, step - 8, 15, j > lit - 3 ? spark_ : main_);
    }
  }

  // Kawung, the palm fruit of Javanese batik: four petals around each crossing.
  void kawung() {
    const double size = between(66, 100);
    const int lucky = static_cast<int>(random_.next() * 5) + 3;
    int count = 0;
    for (double y = 0; y <= art_height + size; y += size) {
      for (double x = 0; x <= art_width + size; x += size) {
        const Colour colour = ++count % lucky == 0 ? spark_ : main_;
        for (const auto& [dx, dy] : {std::pair{1, 1}, {-1, 1}, {1, -1}, {-1, -1}}) petal(x, y, dx, dy, size, colour);
        disc(x + size / 2, y, size * 0.07, spark_);
      }
    }
  }

  // Mountains at night, one behind the other.
  void ranges() {
    const double sun_x = between(80, 220), sun_y = between(90, 140), sun = between(46, 66);
    disc(sun_x, sun_y, sun, spark_);
    for (int layer = 0; layer < 4; ++layer) {
      const double base = 190 + layer * 55;
      cairo_move_to(pen_, -20, 420);
      cairo_line_to(pen_, -20, base);
      for (int x = 0; x <= 320; x += 40) cairo_line_to(pen_, x, base + between(-48, 30));
      cairo_line_to(pen_, 320, 420);
      cairo_close_path(pen_);
      use(main_);
      cairo_fill_preserve(pen_);
      stroke(back_, 7);
    }
  }

  // Quarter circles on a grid, turned at random.
  void quarters() {
    constexpr double side = 75;
    for (int row = 0; row < 6; ++row) {
      for (int column = 0; column < 4; ++column) {
        const double x = column * side, y = row * side;
        const int corner = static_cast<int>(random_.next() * 4);  // clockwise from the upper left
        const Colour colour = random_.next() < 0.28 ? spark_ : main_;
        if (random_.next() >= 0.86) {
          disc(x + side / 2, y + side / 2, side / 3, spark_);
          continue;
        }
        const double corner_x = corner == 1 || corner == 2 ? x + side : x, corner_y = corner >= 2 ? y + side : y;
        cairo_move_to(pen_, corner_x, corner_y);
        cairo_arc(pen_, corner_x, corner_y, side, corner * M_PI / 2, (corner + 1) * M_PI / 2);
        fill(colour);
      }
    }
  }

  // An echo: one shape again and again, further away.
  void echo() {
    const double x = between(70, 230), y = between(250, 340);
    for (int r = 400; r > 40; r -= 27) ring(x, y - (400 - r) * 0.28, r, main_, 12);
    disc(x, y - 100, 44, spark_);
  }

 private:
  double between(double low, double high) { return random_.between(low, high); }
  void use(Colour colour) { cairo_set_source_rgb(pen_, colour.red, colour.green, colour.blue); }
  void fill(Colour colour) {
    use(colour);
    cairo_fill(pen_);
  }
  void stroke(Colour colour, double width) {
    use(colour);
    cairo_set_line_width(pen_, width);
    cairo_stroke(pen_);
  }
  void circle(double x, double y, double r) {
    cairo_new_path(pen_);
    cairo_arc(pen_, x, y, r, 0, 2 * M_PI);
  }
  void disc(double x, double y, double r, Colour colour) {
    circle(x, y, r);
    fill(colour);
  }
  void ring(double x, double y, double r, Colour colour, double width) {
    circle(x, y, r);
    stroke(colour, width);
  }
  void box(double x, double y, double width, double height, Colour colour) {
    cairo_rectangle(pen_, x, y, width, height);
    fill(colour);
  }
  void wave(double y, double amplitude, double length, double phase) {
    cairo_move_to(pen_, -phase - length, y);
    for (double x = -phase - length; x < art_width + length; x += length) {
      const double up = amplitude * 2 / 3;  // a quadratic curve as a cubic one
      cairo_rel_curve_to(pen_, length / 6, -up, length / 3, -up, length / 2, 0);
      cairo_rel_curve_to(pen_, length / 6, up, length / 3, up, length / 2, 0);
    }
  }
  void petal(double x, double y, int dx, int dy, double size, Colour colour) {
    const double ax = x + dx * size * 0.08, ay = y + dy * size * 0.08, bx = x + dx * size * 0.46, by = y + dy * size * 0.46;
    const double ox = -dy * size * 0.2, oy = dx * size * 0.2;
    cairo_move_to(pen_, ax, ay);
    cairo_curve_to(pen_, ax + ox, ay + oy, bx + ox, by + oy, bx, by);
    cairo_curve_to(pen_, bx - ox, by - oy, ax - ox, ay - oy, ax, ay);
    fill(colour);
  }

  cairo_t* pen_;
  Random& random_;
  Colour back_, main_, spark_;
};

}  // namespace

void draw_poster_art(Canvas& canvas, double x, double y, double width, double height, const Palette& palette,
                     std::uint32_t seed) {
  constexpr void (Art::*ideas[])() = {&Art::surge,  &Art::rays,   &Art::record,   &Art::levels,
                                      &Art::kawung, &Art::ranges, &Art::quarters, &Art::echo};
  Random random(seed + 1);
  const auto idea = ideas[static_cast<std::size_t>(random.next() * std::size(ideas))];
  const bool turned = random.next() < 0.35;
  const Colour back = palette[turned ? 1 : 0], main = palette[turned ? 0 : 1];
  cairo_t* pen = canvas.pen();
  canvas.fill(x, y, width, height, back);
  cairo_save(pen);
  cairo_rectangle(pen, x, y, width, height);
  cairo_clip(pen);
  const double scale = std::max(width / art_width, height / art_height);
  cairo_translate(pen, x + (width - art_width * scale) / 2, y + (height - art_height * scale) / 2);
  cairo_scale(pen, scale, scale);
  cairo_set_line_cap(pen, CAIRO_LINE_CAP_ROUND);
  (Art(pen, random, back, main, palette[2]).*idea)();
  cairo_restore(pen);
}

}  // namespace gelora::pdf
