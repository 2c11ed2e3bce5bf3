#include "http/prepared.hpp"

#include <zlib.h>

#include "base/check.hpp"
#include "base/encoding.hpp"

namespace gelora::http {
namespace {

std::string gzip(std::string_view text, int level) {
  z_stream stream{};
  CHECK(deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) == Z_OK);  // 32 KiB window, gzip wrapper
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string head_lines(std::string_view type, std::string_view etag, std::string_view cache, bool zipped) {
  std::string lines = "Content-Type: ";
  lines += type;
  lines += "\r\nCache-Control: ";
  lines += cache;
  lines += "\r\nETag: \"";
  lines += etag;
  lines += "\"\r\nVary: Accept-Encoding\r\nX-Content-Type-Options: nosniff\r\n";
  if (zipped) lines += "Content-Encoding: gzip\r\n";
  return lines;
}

// Whether an If-None-Match names the tag, in either form.
bool names_tag(std::string_view header, std::string_view tag) {
  if (header == "*") return true;
  for (std::size_t at = header.find(tag); at != std::string_view::npos; at = header.find(tag, at + 1)) {
    if (at == 0 || header[at - 1] != '"') continue;
    const auto rest = header.substr(at + tag.size());
    if (rest.starts_with("\"") || rest.starts_with("-gz\"")) return true;
  }
  return false;
}

}  // namespace

// FNV-1a.
std::string tag_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ull;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
  std::string bytes(8, '\0');
  for (int i = 0; i < 8; ++i) bytes[static_cast<std::size_t>(i)] = static_cast<char>(hash >> (8 * i));
  return base::to_hex(base::as_bytes(bytes));
}

std::shared_ptr<const PreparedSet> prepare_set(std::string_view body, std::string_view tag, std::string_view cache, int level,
                                               std::string_view type) {
  auto set = std::make_shared<PreparedSet>();
  set->tag = tag;
  const std::string zipped_tag = set->tag + "-gz";
  set->plain = prepare(200, head_lines(type, tag, cache, false), body);
  set->not_modified = prepare(304, head_lines(type, tag, cache, false), {});
  if (level > 0) set->zipped = prepare(200, head_lines(type, zipped_tag, cache, true), gzip(body, level));
  return set;
}

Answer choose(const PreparedSet& set, const Request& request) {
  Answer answer;
  const auto known = request.header(FieldName::if_none_match);
  if (!known.empty() && names_tag(known, set.tag)) {
    answer.status = 304;
    answer.outcome = "not-modified";
    answer.prepared = set.not_modified;
  } else if (set.zipped && request.header(FieldName::accept_encoding).find("gzip") != std::string_view::npos) {
    answer.prepared = set.zipped;
  } else {
    answer.prepared = set.plain;
  }
  return answer;
}

}  // namespace gelora::http
