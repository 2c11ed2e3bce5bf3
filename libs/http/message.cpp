#include "http/message.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/status.hpp>

#include "base/encoding.hpp"
#include "base/json_text.hpp"

namespace gelora::http {

std::string_view Request::header(FieldName name) const {
  for (const auto& one : headers) {
    if (one.name == name) return one.value;
  }
  return {};
}

std::string_view Request::header(std::string_view name) const {
  for (const auto& one : headers) {
    if (boost::beast::iequals(one.name_text, name)) return one.value;
  }
  return {};
}

std::optional<std::string> Request::query_value(std::string_view name) const {
  std::string_view rest = query;
  while (!rest.empty()) {
    const auto pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    const auto equals = pair.find('=');
    if (pair.substr(0, equals) != name) continue;
    return equals == std::string_view::npos ? std::optional<std::string>{""} : percent_decode(pair.substr(equals + 1), true);
  }
  return std::nullopt;
}

std::optional<std::string> percent_decode(std::string_view text, bool form) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const auto byte = text.size() - i > 2 ? base::from_hex(text.substr(i + 1, 2)) : std::nullopt;
      if (!byte || (*byte)[0] == '\0') return std::nullopt;
      out += *byte;
      i += 2;
    } else {
      out += form && text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

Answer json_answer(std::string body, unsigned status) {
  Answer answer;
  answer.status = status;
  answer.body = std::move(body);
  return answer;
}

Answer ready(const std::string& warnings) { return json_answer(R"({"status":"ready","warnings":)" + warnings + "}"); }

Answer not_ready(std::string_view outcome, std::string_view failing) {
  Answer answer = json_answer(R"({"status":"not_ready","failing":[")" + std::string{failing} + R"("]})", 503);
  answer.outcome = outcome;
  return answer;
}

Answer database_away(std::string_view distrust) {
  if (distrust.empty()) return not_ready("database-away", "database");
  std::string body = R"({"status":"not_ready","failing":["database-certificate"],"reason":)";
  base::append_json_string(body, distrust);
  Answer answer = json_answer(body + '}', 503);
  answer.outcome = "database-certificate";
  return answer;
}

Answer metrics_text(std::string text) {
  Answer answer = json_answer(std::move(text));
  answer.content_type = "text/plain; version=0.0.4";
  return answer;
}

Answer no_content() {
  Answer answer;
  answer.status = 204;
  return answer;
}

std::string_view reason_of(unsigned status) {
  return boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(status));
}

std::shared_ptr<const Prepared> prepare(unsigned status, std::string_view headers, std::string_view body) {
  auto prepared = std::make_shared<Prepared>();
  auto& out = prepared->bytes;
  out.reserve(headers.size() + body.size() + 96);
  out += "HTTP/1.1 ";
  out += std::to_string(status);
  out += ' ';
  out += reason_of(status);
  out += "\r\n";
  out += headers;
  if (status != 304 && status != 204) {
    out += "Content-Length: ";
    out += std::to_string(body.size());
    out += "\r\n";
  }
  out += "\r\n";
  prepared->head_size = out.size();
  out += body;
  return prepared;
}

}  // namespace gelora::http
