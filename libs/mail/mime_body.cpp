#include "mail/mime_body.hpp"

#include <stdexcept>

#include "base/encoding.hpp"

namespace gelora::mail {
namespace {

constexpr std::size_t base64_line_bytes = 57;  // 76 characters

void append_base64_lines(std::string& out, std::string_view body) {
  out.reserve(out.size() + body.size() / base64_line_bytes * 78 + 128);
  for (std::size_t i = 0; i < body.size(); i += base64_line_bytes) {
    base::append_base64(out, base::as_bytes(body.substr(i, base64_line_bytes)));
    out += "\r\n";
  }
}

void append_text(std::string& out, std::string_view type, std::string_view body) {
  out += "Content-Type: ";
  out += type;
  out += "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  append_base64_lines(out, body);
}

bool is_token(std::string_view text, std::string_view more) {
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!plain && more.find(c) == std::string_view::npos) return false;
  }
  return !text.empty() && text.size() <= 60;
}

// The name of a file as RFC 2231 has it: percent-encoded UTF-8, in numbered pieces when long. A piece ends after a whole escape.
void append_filename(std::string& out, std::string_view name) {
  constexpr std::size_t piece_size = 54;
  std::vector<std::string> pieces(1);
  bool plain = is_token(name, "-._ ");
  for (const char c : name) {
    std::string one(1, c);
    if (!is_token(one, "-._")) {
      one = "%";
      base::append_hex(one, base::as_bytes({&c, 1}));
    }
    if (pieces.back().size() + one.size() > piece_size) pieces.emplace_back();
    pieces.back() += one;
  }
  if (plain) {
    out += ";\r\n filename=\"" + std::string{name} + "\"";
    return;
  }
  if (pieces.size() == 1) {
    out += ";\r\n filename*=UTF-8''" + pieces[0];
    return;
  }
  for (std::size_t i = 0; i < pieces.size(); ++i)
    out += ";\r\n filename*" + std::to_string(i) + (i == 0 ? "*=UTF-8''" : "*=") + pieces[i];
}

void append_attachment(std::string& out, const Attachment& one) {
  if (!is_token(one.content_type, "/-.+")) throw std::invalid_argument("not a content type");
  out += "Content-Type: " + one.content_type + "\r\nContent-Transfer-Encoding: base64\r\n";
  if (!one.content_id.empty()) {
    if (!is_token(one.content_id, "-._")) throw std::invalid_argument("not a content id");
    out += "Content-ID: <" + one.content_id + ">\r\n";
  }
  out += one.content_id.empty() ? "Content-Disposition: attachment" : "Content-Disposition: inline";
  append_filename(out, one.filename);
  out += "\r\n\r\n";
  append_base64_lines(out, one.data);
}

// One multipart entity; "=_" occurs in no base64, so that no part can hold the boundary.
class Multipart {
 public:
  Multipart(std::string& out, std::string_view kind, std::string_view id)
      : out_(out), boundary_("=_gelora_" + std::string{kind.substr(0, 3)} + "_" + std::string{id}) {
    out_ += "Content-Type: multipart/";
    out_ += kind;
    out_ += ";\r\n boundary=\"" + boundary_ + "\"\r\n\r\n";
  }
  std::string& next() { return out_ += "--" + boundary_ + "\r\n"; }
  void end() { out_ += "--" + boundary_ + "--\r\n"; }

 private:
  std::string& out_;
  std::string boundary_;
};

void append_alternative(std::string& out, const Message& message, std::string_view id) {
  Multipart both(out, "alternative", id);
  append_text(both.next(), "text/plain", message.text);
  append_text(both.next(), "text/html", message.html);
  both.end();
}

void append_with_pictures(std::string& out, const Message& message, std::string_view id) {
  Multipart related(out, "related", id);
  append_alternative(related.next(), message, id);
  for (const auto& one : message.attachments) {
    if (!one.content_id.empty()) append_attachment(related.next(), one);
  }
  related.end();
}

}  // namespace

void append_body(std::string& out, const Message& message, std::string_view id) {
  std::size_t pictures = 0;
  for (const auto& one : message.attachments) pictures += one.content_id.empty() ? 0 : 1;
  const auto append_what_is_read = pictures > 0 ? append_with_pictures : append_alternative;
  if (pictures == message.attachments.size()) return append_what_is_read(out, message, id);
  Multipart mixed(out, "mixed", id);
  append_what_is_read(mixed.next(), message, id);
  for (const auto& one : message.attachments) {
    if (one.content_id.empty()) append_attachment(mixed.next(), one);
  }
  mixed.end();
}

}  // namespace gelora::mail
