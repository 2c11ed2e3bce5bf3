// Whatever stands in a mail, it does not end a header, a part or a line.
#include <stdexcept>

#include "fuzz/fuzz.hpp"
#include "mail/mime.hpp"

using namespace gelora;
using namespace gelora::mail;

FUZZ(bytes) {
  Message message;
  const std::string from{fuzz::line(bytes)};
  message.to = fuzz::line(bytes);
  message.subject = bytes.substr(0, bytes.size() / 2);
  message.text = message.html = bytes.substr(bytes.size() / 2);
  std::string mime;
  try {
    mime = to_mime(message, from, "42", {1'900'000'000'000'000});
  } catch (const std::invalid_argument&) {
    return;
  }
  std::size_t headers = 0, empty_lines = 0;
  for (std::string_view rest = mime; !rest.empty();) {
    const auto end = rest.find("\r\n");
    CHECK(end != std::string_view::npos);
    const auto one = rest.substr(0, end);
    CHECK(one.find_first_of("\r\n") == std::string_view::npos && one.size() <= 998);
    headers += empty_lines == 0 && !one.empty() && one.front() != ' ';
    empty_lines += one.empty();
    rest.remove_prefix(end + 2);
  }
  CHECK(headers == 8 && empty_lines == 3);
  CHECK(escape_html(bytes).find_first_of("<>\"'") == std::string::npos);
}
