// A picture is refused, or becomes JPEGs of the widths that were asked for.
#include "images/photo.hpp"

#include "fuzz/fuzz.hpp"

using namespace gelora::images;

FUZZ(bytes) {
  const auto measured = measure(bytes);
  const auto* size = std::get_if<Size>(&measured);
  if (size != nullptr && std::uint64_t{size->width} * size->height > 1'000'000) return;  // right, and slow
  const auto made = to_jpegs(bytes, {480});
  const auto* jpegs = std::get_if<std::vector<std::string>>(&made);
  if (jpegs == nullptr) return;
  CHECK(size != nullptr && jpegs->size() == 1);
  const auto again = std::get<Size>(measure(jpegs->front()));
  CHECK(again.kind == Kind::jpeg && again.width == std::min(size->width, 480u));
}
