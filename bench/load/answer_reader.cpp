#include "load/answer_reader.hpp"

#include <charconv>

namespace gelora::bench {
namespace {

constexpr std::size_t longest_head = 16 * 1024;

int status_of(std::string_view head) {
  int status = 0;
  if (head.size() < 12 || head.substr(0, 9) != "HTTP/1.1 ") throw BadAnswer("not HTTP/1.1: " + std::string{head.substr(0, 40)});
  const auto [end, error] = std::from_chars(head.data() + 9, head.data() + 12, status);
  if (error != std::errc{} || end != head.data() + 12 || status < 100)
    throw BadAnswer("no status: " + std::string{head.substr(0, 40)});
  return status;
}

std::size_t length_of(std::string_view head, int status) {
  constexpr std::string_view name = "\r\nContent-Length: ";
  const auto at = head.find(name);
  if (at == std::string_view::npos) {
    if (status == 204 || status == 304) return 0;
    throw BadAnswer("no Content-Length");
  }
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
  if (error != std::errc{}) throw BadAnswer("Content-Length is no number");
  return length;
}

}  // namespace

std::optional<int> AnswerReader::read_head(std::string_view text) {
  const auto end = text.find("\r\n\r\n");
  if (end == std::string_view::npos) {
    if (text.size() > longest_head) throw BadAnswer("a head without an end");
    if (text.data() != head_.data()) head_.assign(text);
    return std::nullopt;
  }
  const std::string_view head = text.substr(0, end + 2), body = text.substr(end + 4);
  status_ = status_of(head);
  body_left_ = length_of(head, status_);
  if (body.size() > body_left_) throw BadAnswer("bytes behind the answer");
  body_left_ -= body.size();
  in_body_ = body_left_ > 0;
  head_.clear();
  return in_body_ ? std::nullopt : std::optional{status_};
}

std::optional<int> AnswerReader::take(std::string_view bytes) {
  if (in_body_) {
    if (bytes.size() > body_left_) throw BadAnswer("bytes behind the answer");
    body_left_ -= bytes.size();
    in_body_ = body_left_ > 0;
    return in_body_ ? std::nullopt : std::optional{status_};
  }
  if (head_.empty()) return read_head(bytes);
  head_ += bytes;
  return read_head(head_);
}

}  // namespace gelora::bench
