// PNG pictures, drawn as papers are.
#pragma once
#include "pdf/canvas.hpp"

namespace gelora::pdf {

class Picture : public Canvas {
 public:
  // Transparent at first.
  Picture(int width, int height);
  std::string to_png();
};

}  // namespace gelora::pdf
