// PDF documents of A4 pages: fonts embedded, the same bytes for the same input.
#pragma once
#include "base/time.hpp"
#include "pdf/canvas.hpp"

namespace gelora::pdf {

inline constexpr double page_width = 595.28, page_height = 841.89;

class Document : public Canvas {
 public:
  // `title` is what a viewer's window shows.
  Document(const std::string& title, base::Instant made);
  ~Document();

  // Ends the page and begins the next. The first page is there from the start.
  void next_page();
  // All of it. Nothing can be drawn after.
  std::string finish();

 private:
  explicit Document(std::unique_ptr<std::string> bytes);
  std::unique_ptr<std::string> bytes_;
};

}  // namespace gelora::pdf
