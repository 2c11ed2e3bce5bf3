// QR codes as pictures, by libqrencode: black modules on white, error correction M. All throw std::runtime_error for more text
// than a code can hold (2,331 bytes).
#pragma once
#include <string>
#include <vector>

namespace gelora::qr {

// The modules, row by row, without the quiet zone of four that ISO/IEC 18004 asks for around them.
struct Code {
  int width = 0;
  std::vector<bool> dark;
  bool at(int x, int y) const { return dark[static_cast<std::size_t>(y * width + x)]; }
};
Code encode(const std::string& text);

// Dark modules next to each other in a row are one run: draw(x, y, run).
template <class Draw>
void for_each_run(const Code& code, Draw draw) {
  for (int y = 0; y < code.width; ++y) {
    for (int x = 0; x < code.width; ++x) {
      if (!code.at(x, y)) continue;
      int run = 1;
      while (x + run < code.width && code.at(x + run, y)) ++run;
      draw(x, y, run);
      x += run;
    }
  }
}

// With the quiet zone.
std::string to_svg(const std::string& text);
// With the quiet zone, a module being so many pixels wide.
std::string to_png(const std::string& text, int module_pixels);

}  // namespace gelora::qr
