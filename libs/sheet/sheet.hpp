// A workbook, as Excel and LibreOffice read it (ECMA-376, part 1, chapter 18), sent while it is made: its memory
// is that of the rows between two calls of take().
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "zip/stream.hpp"

namespace gelora::sheet {

// By the clock of a place: "2027-03-06T19:30".
struct WallClock {
  std::string text;
};

// A text is never taken for a formula.
using Cell = std::variant<std::string, std::int64_t, WallClock>;

struct Column {
  std::string head;
  int width = 12;  // in characters
};

class Workbook {
 public:
  // `name` of the sheet: 1 to 28 characters, none of []:*?/\. The heads stay in sight. What does not fit a sheet of 1,048,576
  // rows goes on in the next: "name 2".
  Workbook(std::string name, const std::vector<Column>& columns);
  void add(std::span<const Cell> cells);
  void end();
  // The bytes since the last time.
  std::string take() { return zip_.take(); }

 private:
  void part(const std::string& path, std::string_view content);
  void begin_sheet();
  void end_sheet();
  std::string row(std::span<const std::string> cells);

  zip::Stream zip_;
  std::string name_, head_;
  std::vector<std::string> heads_;
  int sheets_ = 0;
  std::uint32_t rows_ = 0;  // of the sheet that is being written
};

}  // namespace gelora::sheet
