#include "qr/qr.hpp"

#include <cairo.h>
#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace gelora::qr {
namespace {

constexpr int quiet = 4;

cairo_status_t append(void* out, const unsigned char* bytes, unsigned size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Code encode(const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (!code) throw std::runtime_error("the text does not fit a QR code");
  Code out{code->width, {}};
  for (int i = 0; i < code->width * code->width; ++i) out.dark.push_back((code->data[i] & 1) != 0);
  return out;
}

std::string to_svg(const std::string& text) {
  const Code code = encode(text);
  const std::string size = std::to_string(code.width + 2 * quiet);
  std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + size + ' ' + size +
                    R"(" shape-rendering="crispEdges" role="img" aria-label="QR"><rect width=")" + size + R"(" height=")" + size +
                    R"(" fill="#fff"/><path fill="#000" d=")";
  for_each_run(code, [&svg](int x, int y, int run) {
    svg += 'M' + std::to_string(x + quiet) + ' ' + std::to_string(y + quiet) + 'h' + std::to_string(run) + "v1h-" +
           std::to_string(run) + 'z';
  });
  return svg + "\"/></svg>";
}

std::string to_png(const std::string& text, int module_pixels) {
  const Code code = encode(text);
  const int size = (code.width + 2 * quiet) * module_pixels;
  // One bit a pixel, set for white: what libpng writes at once, and a picture of two kilobytes.
  const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> picture(
      cairo_image_surface_create(CAIRO_FORMAT_A1, size, size), cairo_surface_destroy);
  const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> pen(cairo_create(picture.get()), cairo_destroy);
  cairo_paint(pen.get());
  cairo_set_operator(pen.get(), CAIRO_OPERATOR_CLEAR);
  cairo_set_antialias(pen.get(), CAIRO_ANTIALIAS_NONE);
  for_each_run(code, [&](int x, int y, int run) {
    cairo_rectangle(pen.get(), (x + quiet) * module_pixels, (y + quiet) * module_pixels, run * module_pixels, module_pixels);
    cairo_fill(pen.get());
  });
  std::string png;
  if (cairo_surface_write_to_png_stream(picture.get(), append, &png) != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error("the QR code could not be drawn");
  return png;
}

}  // namespace gelora::qr
