#include "load/requests.hpp"

#include <algorithm>

namespace gelora::bench {

Requests::Requests(const Target& target, const std::vector<std::string>& bodies, const std::vector<std::string>& tokens,
                   std::string_view run) {
  const std::vector<std::string> nothing(1);
  const auto& people = tokens.empty() ? nothing : tokens;
  const auto& all = bodies.empty() ? nothing : bodies;
  for (std::size_t i = 0; i < std::max(people.size(), all.size()); ++i) {
    const std::string& token = people[i % people.size()];
    const std::string& body = all[i % all.size()];
    Text text;
    text.bytes = (body.empty() ? "GET " : "POST ") + target.path + " HTTP/1.1\r\nHost: " + target.host + "\r\n";
    if (!token.empty()) text.bytes += "Authorization: Bearer " + token + "\r\n";
    if (!body.empty()) {
      text.bytes += "Idempotency-Key: " + std::string{run} + "-000000000000";
      text.key_digits = text.bytes.size();
      text.bytes += "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    }
    text.bytes += "\r\n";
    text.bytes += body;
    texts_.push_back(std::move(text));
  }
}

std::string_view Requests::next() {
  Text& text = texts_[turn_];
  if (++turn_ == texts_.size()) turn_ = 0;
  if (text.key_digits > 0) {
    char* digit = text.bytes.data() + text.key_digits;
    for (std::uint64_t left = ++key_; left > 0; left /= 10) *--digit = static_cast<char>('0' + left % 10);
  }
  return text.bytes;
}

}  // namespace gelora::bench
