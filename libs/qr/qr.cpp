#include "qr/qr.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace gelora::qr {

std::string to_svg(const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), QRcode_free);
  if (!code) throw std::runtime_error("the text does not fit a QR code");
  const std::string size = std::to_string(code->width + 8);
  std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + size + ' ' + size +
                    R"(" shape-rendering="crispEdges" role="img" aria-label="QR"><rect width=")" + size + R"(" height=")" + size +
                    R"(" fill="#fff"/><path fill="#000" d=")";
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      if ((code->data[y * code->width + x] & 1) == 0) continue;
      int run = 1;
      while (x + run < code->width && (code->data[y * code->width + x + run] & 1) != 0) ++run;
      svg += 'M' + std::to_string(x + 4) + ' ' + std::to_string(y + 4) + 'h' + std::to_string(run) + "v1h-" +
             std::to_string(run) + 'z';
      x += run;
    }
  }
  return svg + "\"/></svg>";
}

}  // namespace gelora::qr
