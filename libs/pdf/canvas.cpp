#include "pdf/canvas.hpp"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <stdexcept>

#include "qr/qr.hpp"

namespace gelora::pdf {
namespace {

constexpr const char* family = "Noto Sans";

using Text = std::unique_ptr<char, decltype(&g_free)>;
Text valid(std::string_view raw) { return {g_utf8_make_valid(raw.data(), static_cast<gssize>(raw.size())), g_free}; }

void use(cairo_t* pen, Colour colour) { cairo_set_source_rgb(pen, colour.red, colour.green, colour.blue); }

double luminance(Colour colour) {
  const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

void set_size(PangoLayout* layout, const Style& style, double size) {
  const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(pango_font_description_new(),
                                                                                           pango_font_description_free);
  pango_font_description_set_family_static(font.get(), family);
  pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
  pango_layout_set_font_description(layout, font.get());
  pango_layout_set_line_spacing(layout, static_cast<float>(style.leading));
  if (style.spacing == 0) return;
  PangoAttrList* attributes = pango_attr_list_new();
  pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(static_cast<int>(style.spacing * PANGO_SCALE)));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
}

// "Left" of Pango is where a paragraph begins, which in Arabic is the right.
PangoAlignment alignment(const Style& style, PangoLayout* layout) {
  if (style.align == Align::centre) return PANGO_ALIGN_CENTER;
  const bool from_the_right = pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL;
  return (style.align == Align::left) != from_the_right ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
}

bool fits(PangoLayout* layout, const Style& style, double width) {
  PangoRectangle extents;
  pango_layout_get_extents(layout, nullptr, &extents);
  return pango_layout_get_line_count(layout) <= style.lines && extents.width <= width * PANGO_SCALE;
}

}  // namespace

Colour colour_of(std::string_view hex) {
  unsigned red = 0, green = 0, blue = 0;
  if (hex.size() != 7 || std::sscanf(std::string{hex}.c_str(), "#%2x%2x%2x", &red, &green, &blue) != 3) return {};
  return {red / 255.0, green / 255.0, blue / 255.0};
}

std::string hex_of(Colour colour) {
  const auto byte = [](double part) { return static_cast<unsigned>(std::lround(part * 255)); };
  char text[8];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", byte(colour.red) & 0xff, byte(colour.green) & 0xff, byte(colour.blue) & 0xff);
  return text;
}

Colour readable_on(Colour background) {
  const double light = luminance(background) + 0.05;
  return 1.05 / light >= light / (luminance(ink) + 0.05) ? white : ink;
}

struct Canvas::Tools {
  explicit Tools(cairo_surface_t* on)
      : surface(on, cairo_surface_destroy), pen(cairo_create(on), cairo_destroy), fonts(pango_cairo_create_context(pen.get())) {}

  std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface;
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> pen;
  std::unique_ptr<PangoContext, Unref> fonts;
};

Canvas::Canvas(cairo_surface_t* surface) : tools_(std::make_unique<Tools>(surface)) {
  const std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> options(cairo_font_options_create(),
                                                                                             cairo_font_options_destroy);
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  PangoContext* fonts = tools_->fonts.get();
  pango_cairo_context_set_font_options(fonts, options.get());
  pango_cairo_context_set_resolution(fonts, 72);
  pango_context_set_round_glyph_positions(fonts, FALSE);
}

Canvas::~Canvas() = default;

cairo_t* Canvas::pen() { return tools_->pen.get(); }
cairo_surface_t* Canvas::surface() { return tools_->surface.get(); }

void Canvas::check() const {
  for (const auto status : {cairo_status(tools_->pen.get()), cairo_surface_status(tools_->surface.get())}) {
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(std::string{"cairo: "} + cairo_status_to_string(status));
  }
}

double Canvas::text(Box box, std::string_view raw, const Style& style) {
  if (raw.empty()) return 0;
  const Text text = valid(raw);
  const Layout layout(pango_layout_new(tools_->fonts.get()));
  pango_layout_set_text(layout.get(), text.get(), -1);
  pango_layout_set_width(layout.get(), static_cast<int>(box.width * PANGO_SCALE));
  pango_layout_set_alignment(layout.get(), alignment(style, layout.get()));
  const double smallest = style.smallest > 0 ? style.smallest : style.size;
  double size = style.size;
  for (;;) {
    set_size(layout.get(), style, size);
    if (fits(layout.get(), style, box.width)) break;
    if (size <= smallest) {
      pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height(layout.get(), -style.lines);
      pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
      break;
    }
    size = std::max(smallest, size * 0.94);
  }
  use(pen(), style.colour);
  cairo_move_to(pen(), box.x, box.y);
  pango_cairo_show_layout(pen(), layout.get());
  PangoRectangle extents;
  pango_layout_get_extents(layout.get(), nullptr, &extents);
  return static_cast<double>(extents.height) / PANGO_SCALE;
}

void Canvas::fill(double x, double y, double width, double height, Colour colour) {
  use(pen(), colour);
  cairo_rectangle(pen(), x, y, width, height);
  cairo_fill(pen());
}

void Canvas::rule(double x, double y, double width, Colour colour, double thickness, bool dashed) {
  constexpr double dashes[] = {4, 4};
  use(pen(), colour);
  cairo_set_line_width(pen(), thickness);
  cairo_set_dash(pen(), dashes, dashed ? 2 : 0, 0);
  cairo_move_to(pen(), x, y);
  cairo_line_to(pen(), x + width, y);
  cairo_stroke(pen());
  cairo_set_dash(pen(), dashes, 0, 0);
}

void Canvas::qr(double x, double y, double size, const std::string& text) {
  const auto code = qr::encode(text);
  fill(x, y, size, size, white);
  const double module = size / (code.width + 8);
  use(pen(), {});
  qr::for_each_run(code, [&](int column, int row, int run) {
    cairo_rectangle(pen(), x + (column + 4) * module, y + (row + 4) * module, run * module, module);
    cairo_fill(pen());  // each by itself: Cairo takes ten times as long for all of them as one shape
  });
}

}  // namespace gelora::pdf
