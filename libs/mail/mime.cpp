#include "mail/mime.hpp"

#include <ctime>
#include <stdexcept>

#include "base/encoding.hpp"
#include "mail/mime_body.hpp"

namespace gelora::mail {
namespace {

constexpr std::size_t encoded_word_bytes = 39;  // 52 characters, 64 with its frame

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

// RFC 5322, section 3.3; independent of the process' locale.
std::string rfc5322_date(base::Instant at) {
  static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t seconds = at.us / 1'000'000;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char out[64];
  std::snprintf(out, sizeof out, "%s, %02d %s %04d %02d:%02d:%02d +0000", days[parts.tm_wday], parts.tm_mday,
                months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
  return out;
}

// Bytes of the longest piece of at most `limit` bytes that ends between two characters of UTF-8.
std::size_t whole_characters(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text.size();
  while (limit > 1 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return limit;
}

// The text of a header: as it is when plain and short, else RFC 2047 encoded words, folded.
std::string header_text(std::string_view raw) {
  std::string text;
  bool plain = raw.size() <= 60;
  for (const char c : raw) {
    text += is_control(c) ? ' ' : c;
    plain = plain && static_cast<unsigned char>(c) < 0x80;
  }
  if (plain && text.find("=?") == std::string::npos) return text;
  std::string out;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t size = whole_characters(rest, encoded_word_bytes);
    if (!out.empty()) out += "\r\n ";
    out += "=?UTF-8?B?";
    base::append_base64(out, base::as_bytes(rest.substr(0, size)));
    out += "?=";
    rest.remove_prefix(size);
  }
  return out;
}

std::string from_header(std::string_view from) {
  const auto open = from.rfind('<');
  if (open == std::string_view::npos) return address_of(from);
  std::string_view name = from.substr(0, open);
  while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
  std::string shown = header_text(name);
  if (shown == name && name.find_first_of("\"\\(),.:;<>@[]") != std::string_view::npos) {
    std::string quoted = "\"";
    for (const char c : name) {
      if (c != '"' && c != '\\') quoted += c;
    }
    shown = quoted + '"';
  }
  return shown + " <" + address_of(from) + ">";
}

}  // namespace

std::string address_of(std::string_view mailbox) {
  const auto open = mailbox.rfind('<');
  std::string_view address = mailbox;
  if (open != std::string_view::npos) {
    const auto close = mailbox.find('>', open);
    if (close == std::string_view::npos) throw std::invalid_argument("an address has < without >");
    address = mailbox.substr(open + 1, close - open - 1);
  }
  const auto at = address.rfind('@');
  bool fine = at != std::string_view::npos && at > 0 && at + 1 < address.size() && address.size() <= 254;
  for (const char c : address) fine = fine && !is_control(c) && c != ' ' && c != '<' && c != '>' && c != ',';
  if (!fine) throw std::invalid_argument("not an address of mail");
  return std::string{address};
}

std::string to_mime(const Message& message, std::string_view from, std::string_view id, base::Instant now) {
  const std::string sender = address_of(from);
  std::string out;
  out += "Date: " + rfc5322_date(now) + "\r\n";
  out += "From: " + from_header(from) + "\r\n";
  out += "To: " + address_of(message.to) + "\r\n";
  out += "Subject: " + header_text(message.subject) + "\r\n";
  out += "Message-ID: <" + std::string{id} + sender.substr(sender.rfind('@')) + ">\r\n";
  out += "Auto-Submitted: auto-generated\r\n";
  out += "MIME-Version: 1.0\r\n";
  append_body(out, message, id);
  return out;
}

std::string_view first_characters(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(text[end]) & 0xc0) != 0x80;
    if (begins && ++count > most) break;
  }
  return text.substr(0, end);
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace gelora::mail
