#include "pdf/document.hpp"

#include <cairo-pdf.h>
#include <glib.h>

namespace gelora::pdf {
namespace {

cairo_status_t append(void* out, const unsigned char* bytes, unsigned size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Document::Document(std::unique_ptr<std::string> bytes)
    : Canvas(cairo_pdf_surface_create_for_stream(append, bytes.get(), page_width, page_height)), bytes_(std::move(bytes)) {}

Document::Document(const std::string& title, base::Instant made) : Document(std::make_unique<std::string>()) {
  const std::unique_ptr<char, decltype(&g_free)> valid(g_utf8_make_valid(title.data(), static_cast<gssize>(title.size())),
                                                       g_free);
  cairo_pdf_surface_set_metadata(surface(), CAIRO_PDF_METADATA_TITLE, valid.get());
  cairo_pdf_surface_set_metadata(surface(), CAIRO_PDF_METADATA_CREATOR, "Gelora");
  cairo_pdf_surface_set_metadata(surface(), CAIRO_PDF_METADATA_CREATE_DATE, base::to_rfc3339(made).c_str());
}

// Cairo writes what is left, while there still is where to.
Document::~Document() { cairo_surface_finish(surface()); }

void Document::next_page() { cairo_show_page(pen()); }

std::string Document::finish() {
  cairo_show_page(pen());
  cairo_surface_finish(surface());
  check();
  return std::move(*bytes_);
}

}  // namespace gelora::pdf
