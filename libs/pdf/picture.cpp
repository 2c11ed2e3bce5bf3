#include "pdf/picture.hpp"

#include <cairo.h>

namespace gelora::pdf {
namespace {

cairo_status_t append(void* out, const unsigned char* bytes, unsigned size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Picture::Picture(int width, int height) : Canvas(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)) {}

std::string Picture::to_png() {
  std::string png;
  cairo_surface_flush(surface());
  cairo_surface_write_to_png_stream(surface(), append, &png);
  check();
  return png;
}

}  // namespace gelora::pdf
