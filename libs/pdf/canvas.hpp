// What papers and pictures are drawn on, by Cairo and Pango: text in any script that a font of the system has. Blocks for
// milliseconds: for a worker thread, never a loop. Lengths are points of a paper or pixels of a picture, from the upper left.
#pragma once
#include <memory>
#include <string>
#include <string_view>

typedef struct _cairo cairo_t;  // of cairo.h
typedef struct _cairo_surface cairo_surface_t;

namespace gelora::pdf {

struct Colour {
  double red = 0, green = 0, blue = 0;
};
inline constexpr Colour ink{0.09, 0.075, 0.055}, soft_ink{0.36, 0.325, 0.28}, hair{0.83, 0.79, 0.72}, white{1, 1, 1};
// "#1b1464"; black for anything else.
Colour colour_of(std::string_view hex);
// "#1b1464"
std::string hex_of(Colour colour);
// Ink or white, whichever can be read on it.
Colour readable_on(Colour background);

struct Box {
  double x = 0, y = 0, width = 0;
};
enum class Align { left, right, centre };
struct Style {
  double size = 11;
  bool bold = false;
  Colour colour = ink;
  Align align = Align::left;
  int lines = 1;        // at most; what is left is cut with an ellipsis
  double smallest = 0;  // a long text is set smaller, down to this, before it is cut; 0: as `size`
  double leading = 1.2;
  double spacing = 0;  // between letters
};

class Canvas {
 public:
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // Returns the height it took.
  double text(Box box, std::string_view text, const Style& style);
  void fill(double x, double y, double width, double height, Colour colour);
  void rule(double x, double y, double width, Colour colour, double thickness = 0.75, bool dashed = false);
  // A QR code with its quiet zone, `size` wide and high, black on white.
  void qr(double x, double y, double size, const std::string& code);
  // For shapes that only one drawing has.
  cairo_t* pen();

 protected:
  // Takes the surface over.
  explicit Canvas(cairo_surface_t* surface);
  ~Canvas();
  cairo_surface_t* surface();
  // Throws std::runtime_error when Cairo could not draw something.
  void check() const;

 private:
  struct Tools;
  std::unique_ptr<Tools> tools_;
};

}  // namespace gelora::pdf
