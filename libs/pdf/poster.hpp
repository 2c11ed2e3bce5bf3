// The picture of a concert on paper: waves under a sun, from its seed and three colours. The same seed draws the same picture.
#pragma once
#include <array>
#include <cstdint>

#include "pdf/canvas.hpp"

namespace gelora::pdf {

using Palette = std::array<Colour, 3>;  // ground, main, spark

void draw_poster(Canvas& canvas, double x, double y, double width, double height, const Palette& palette, std::uint32_t seed);

}  // namespace gelora::pdf
