// QR codes as pictures, by libqrencode.
#pragma once
#include <string>

namespace gelora::qr {

// An SVG: black modules on white, error correction M, with the quiet zone of four that ISO/IEC 18004 asks for. Throws
// std::runtime_error for more text than a code can hold (2,331 bytes).
std::string to_svg(const std::string& text);

}  // namespace gelora::qr
