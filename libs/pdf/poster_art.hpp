// The poster of a concert as the web app draws it (web/src/ui/poster_art.ts): one of eight ideas, by its seed.
#pragma once
#include "pdf/poster.hpp"

namespace gelora::pdf {

// Its middle, where the box is of another shape than 3 to 4.
void draw_poster_art(Canvas& canvas, double x, double y, double width, double height, const Palette& palette, std::uint32_t seed);

}  // namespace gelora::pdf
