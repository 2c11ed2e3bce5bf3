#include "images/photo.hpp"

#include <cairo.h>
#include <libexif/exif-data.h>
#include <turbojpeg.h>
#include <webp/decode.h>

#include <cstring>
#include <memory>
#include <optional>

#include "base/check.hpp"

namespace gelora::images {
namespace {

constexpr int quality = 85;

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Turbo = std::unique_ptr<void, decltype(&tjDestroy)>;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::optional<Kind> kind_of(std::string_view bytes) {
  if (bytes.starts_with("\xff\xd8\xff")) return Kind::jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return Kind::png;
  if (bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return Kind::webp;
  return std::nullopt;
}

std::optional<Size> size_of(std::string_view bytes, Kind kind) {
  int width = 0, height = 0;
  if (kind == Kind::jpeg) {
    const Turbo turbo(tjInitDecompress(), tjDestroy);
    int sampling = 0, colours = 0;
    if (tjDecompressHeader3(turbo.get(), bytes_of(bytes), bytes.size(), &width, &height, &sampling, &colours) != 0)
      return std::nullopt;
  } else if (kind == Kind::png) {
    if (bytes.size() < 33 || bytes.substr(12, 4) != "IHDR") return std::nullopt;
    return Size{kind, big_endian(bytes, 16), big_endian(bytes, 20)};
  } else if (WebPGetInfo(bytes_of(bytes), bytes.size(), &width, &height) == 0) {
    return std::nullopt;
  }
  if (width <= 0 || height <= 0) return std::nullopt;
  return Size{kind, static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)};
}

Surface new_surface(std::uint32_t width, std::uint32_t height) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)),
                  cairo_surface_destroy);
  CHECK(cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS);
  return surface;
}

struct Unread {
  std::string_view bytes;
};

cairo_status_t read_some(void* from, unsigned char* to, unsigned length) {
  auto& unread = static_cast<Unread*>(from)->bytes;
  if (unread.size() < length) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(to, unread.data(), length);
  unread.remove_prefix(length);
  return CAIRO_STATUS_SUCCESS;
}

// Cairo's pixels are blue, green, red and one byte more, as both decoders can write them.
Surface decode(std::string_view bytes, const Size& size) {
  Surface none(nullptr, cairo_surface_destroy);
  if (size.kind == Kind::png) {
    Unread unread{bytes};
    Surface read(cairo_image_surface_create_from_png_stream(read_some, &unread), cairo_surface_destroy);
    return cairo_surface_status(read.get()) == CAIRO_STATUS_SUCCESS ? std::move(read) : std::move(none);
  }
  Surface surface = new_surface(size.width, size.height);
  unsigned char* pixels = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  const int width = static_cast<int>(size.width), height = static_cast<int>(size.height);
  bool read = false;
  if (size.kind == Kind::jpeg) {
    const Turbo turbo(tjInitDecompress(), tjDestroy);
    read = tjDecompress2(turbo.get(), bytes_of(bytes), bytes.size(), pixels, width, stride, height, TJPF_BGRX,
                         TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS) == 0;
  } else {
    const std::size_t room = static_cast<std::size_t>(stride) * size.height;
    read = WebPDecodeBGRAInto(bytes_of(bytes), bytes.size(), pixels, room, stride) != nullptr;
  }
  cairo_surface_mark_dirty(surface.get());
  return read ? std::move(surface) : std::move(none);
}

std::string jpeg_of(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  const Turbo turbo(tjInitCompress(), tjDestroy);
  unsigned char* out = nullptr;
  unsigned long length = 0;
  const int failed = tjCompress2(turbo.get(), cairo_image_surface_get_data(surface), cairo_image_surface_get_width(surface),
                                 cairo_image_surface_get_stride(surface), cairo_image_surface_get_height(surface), TJPF_BGRX,
                                 &out, &length, TJSAMP_420, quality, TJFLAG_PROGRESSIVE);
  const std::unique_ptr<unsigned char, decltype(&tjFree)> owned(out, tjFree);
  CHECK(failed == 0);
  return {reinterpret_cast<const char*>(out), length};
}

Surface scaled(cairo_surface_t* from, const Size& size, std::uint32_t most_wide) {
  const std::uint32_t width = std::min(size.width, most_wide);
  const double scale = static_cast<double>(width) / size.width;
  const auto height = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(size.height * scale + 0.5));
  Surface to = new_surface(width, height);
  const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> pen(cairo_create(to.get()), cairo_destroy);
  cairo_set_source_rgb(pen.get(), 1, 1, 1);
  cairo_paint(pen.get());
  cairo_scale(pen.get(), scale, static_cast<double>(height) / size.height);
  cairo_set_source_surface(pen.get(), from, 0, 0);
  cairo_pattern_set_filter(cairo_get_source(pen.get()), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend(cairo_get_source(pen.get()), CAIRO_EXTEND_PAD);
  cairo_paint(pen.get());
  return to;
}

// Exif's orientation: 1 is upright, 2 to 8 are the other ways to turn and mirror a rectangle. 1 where nothing is said.
int orientation_of(std::string_view bytes, Kind kind) {
  if (kind != Kind::jpeg) return 1;
  const std::unique_ptr<ExifData, decltype(&exif_data_unref)> data(
      exif_data_new_from_data(bytes_of(bytes), static_cast<unsigned>(bytes.size())), exif_data_unref);
  const ExifEntry* entry = data ? exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION) : nullptr;
  if (entry == nullptr || entry->format != EXIF_FORMAT_SHORT || entry->size < 2) return 1;
  const int said = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
  return said >= 1 && said <= 8 ? said : 1;
}

// Where the pixels of a picture that was kept in this way belong. `size` becomes that of the upright one.
Surface upright(Surface kept, int orientation, Size& size) {
  if (orientation == 1) return kept;
  const double width = size.width, height = size.height;
  const cairo_matrix_t turns[] = {{-1, 0, 0, 1, width, 0}, {-1, 0, 0, -1, width, height}, {1, 0, 0, -1, 0, height},
                                  {0, 1, 1, 0, 0, 0},      {0, 1, -1, 0, height, 0},      {0, -1, -1, 0, height, width},
                                  {0, -1, 1, 0, 0, width}};
  if (orientation >= 5) std::swap(size.width, size.height);
  Surface turned = new_surface(size.width, size.height);
  const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> pen(cairo_create(turned.get()), cairo_destroy);
  cairo_set_matrix(pen.get(), &turns[orientation - 2]);
  cairo_set_source_surface(pen.get(), kept.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(pen.get()), CAIRO_FILTER_NEAREST);
  cairo_paint(pen.get());
  return turned;
}

}  // namespace

std::variant<Size, Unknown, TooLarge, TooSmall> measure(std::string_view bytes) {
  const auto kind = kind_of(bytes);
  const auto size = kind ? size_of(bytes, *kind) : std::nullopt;
  if (!size || size->width == 0 || size->height == 0) return Unknown{};
  // Cairo's pictures have at most 32,767 pixels a side.
  if (std::uint64_t{size->width} * size->height > most_pixels || size->width > 32'767 || size->height > 32'767)
    return TooLarge{size->width, size->height};
  if (size->width < least_side || size->height < least_side) return TooSmall{};
  return *size;
}

std::variant<std::vector<std::string>, Unknown, TooLarge, TooSmall> to_jpegs(std::string_view bytes,
                                                                             const std::vector<std::uint32_t>& widths) {
  const auto measured = measure(bytes);
  if (std::holds_alternative<Unknown>(measured)) return Unknown{};
  if (const auto* large = std::get_if<TooLarge>(&measured)) return *large;
  if (std::holds_alternative<TooSmall>(measured)) return TooSmall{};
  Size size = std::get<Size>(measured);
  Surface kept = decode(bytes, size);
  if (!kept) return Unknown{};
  const Surface decoded = upright(std::move(kept), orientation_of(bytes, size.kind), size);
  std::vector<std::string> jpegs;
  for (const auto width : widths) jpegs.push_back(jpeg_of(scaled(decoded.get(), size, width).get()));
  return jpegs;
}

}  // namespace gelora::images
