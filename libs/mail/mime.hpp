// A mail as text for SMTP (RFC 5322, MIME): text and HTML side by side. Whatever is put in cannot end a header or a part.
#pragma once
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace gelora::mail {

struct Message {
  std::string to;  // a bare address
  std::string subject;
  std::string text;
  std::string html;
};

// The address of "Name <address>" or "address"; throws std::invalid_argument when it cannot be one.
std::string address_of(std::string_view mailbox);

// `from` may carry a name; `id` is unique among our mails. Lines end in CRLF and are at most 78 bytes long.
// Throws std::invalid_argument when an address cannot be one.
std::string to_mime(const Message& message, std::string_view from, std::string_view id, base::Instant now);

// Text as part of an HTML page, also inside a quoted attribute.
std::string escape_html(std::string_view text);

}  // namespace gelora::mail
