// Finds the end and the status of one HTTP/1.1 answer with a Content-Length, without looking at anything else.
#pragma once
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace gelora::bench {

class BadAnswer : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class AnswerReader {
 public:
  // Takes what arrived; the status when the answer is complete, and the reader is ready for the next one. Throws BadAnswer
  // for what it cannot read, or for bytes behind the answer: nobody asked for those.
  std::optional<int> take(std::string_view bytes);

 private:
  std::optional<int> read_head(std::string_view text);

  std::string head_;  // as long as it is incomplete
  int status_ = 0;
  std::size_t body_left_ = 0;
  bool in_body_ = false;
};

}  // namespace gelora::bench
