#include "pdf/share_card.hpp"

#include <cairo.h>

#include <cmath>

#include "pdf/picture.hpp"
#include "pdf/poster_art.hpp"

namespace gelora::pdf {
namespace {

constexpr double art_width = 472, tear = share_card_width - art_width;  // 3 to 4, on whole pixels
constexpr double margin = 64, inner = tear - 2 * margin;

// Half circles, as where a stub is torn off.
void draw_tear(Canvas& canvas, Colour ground) {
  cairo_t* pen = canvas.pen();
  cairo_set_source_rgb(pen, ground.red, ground.green, ground.blue);
  for (double y = 15; y < share_card_height; y += 30) {
    cairo_new_path(pen);
    cairo_arc(pen, tear, y, 8, 0, 2 * M_PI);
    cairo_fill(pen);
  }
}

}  // namespace

std::string share_card_png(const ShareCard& card) {
  Picture picture(share_card_width, share_card_height);
  const Colour ground = card.palette[0], text = readable_on(ground);
  draw_poster_art(picture, tear, 0, art_width, share_card_height, card.palette, card.poster_seed);
  picture.fill(0, 0, tear, share_card_height, ground);
  draw_tear(picture, ground);
  picture.text({margin, 46, inner}, "gelora", {.size = 40, .bold = true, .colour = text, .leading = 1, .spacing = -0.8});
  double y = 142;
  y += picture.text({margin, y, inner}, card.artist,
                    {.size = 96, .bold = true, .colour = text, .lines = 2, .smallest = 48, .leading = 0.8, .spacing = -1.5});
  picture.text({margin, y + 8, inner}, card.title, {.size = 36, .colour = text, .lines = 2, .smallest = 26, .leading = 0.9});
  picture.text({margin, share_card_height - 134, inner}, card.when, {.size = 36, .bold = true, .colour = text, .smallest = 24});
  picture.text({margin, share_card_height - 86, inner}, card.where, {.size = 32, .colour = text, .smallest = 22});
  return picture.to_png();
}

}  // namespace gelora::pdf
