// A mail as text for SMTP (RFC 5322, MIME): text and HTML side by side, pictures that the HTML shows, attached files.
// Whatever is put in cannot end a header or a part.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace gelora::mail {

struct Attachment {
  std::string filename;
  std::string content_type;  // "application/pdf"
  std::string data;
  std::string content_id{};  // not empty: the HTML shows it, as "cid:<this>"; letters, digits, '-', '.' and '_'
};

struct Message {
  std::string to;  // a bare address
  std::string subject;
  std::string text;
  std::string html;
  std::vector<Attachment> attachments{};
};

// The address of "Name <address>" or "address"; throws std::invalid_argument when it cannot be one.
std::string address_of(std::string_view mailbox);

// `from` may carry a name; `id` is unique among our mails. Lines end in CRLF and are at most 78 bytes long.
// multipart/mixed holds multipart/related (with pictures) and the files; the innermost is always multipart/alternative.
// Throws std::invalid_argument when an address, a content type or a content id cannot be one.
std::string to_mime(const Message& message, std::string_view from, std::string_view id, base::Instant now);

// As many whole characters of a UTF-8 text as are allowed.
std::string_view first_characters(std::string_view text, std::size_t most);

// Text as part of an HTML page, also inside a quoted attribute.
std::string escape_html(std::string_view text);

}  // namespace gelora::mail
