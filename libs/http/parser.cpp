#include "http/parser.hpp"

#include <boost/beast/http/error.hpp>

namespace gelora::http {

using HttpError = boost::beast::http::error;

RequestParser::RequestParser(Request& request) : request_(request) {
  request_.method = Verb::unknown;
  request_.path = request_.query = {};
  request_.headers.clear();
  request_.body.clear();
  request_.params.fill({});
  request_.caller.reset();
  request_.service.reset();
  request_.peer_address.clear();
  request_.request_id.clear();
  request_.trace = {};
}

void RequestParser::on_request_impl(Verb method, View, View target, int, ErrorCode& error) {
  if (target.empty() || target.front() != '/') {
    error = HttpError::bad_target;
    return;
  }
  request_.method = method;
  const auto question = target.find('?');
  request_.path = target.substr(0, question);
  if (question != View::npos) request_.query = target.substr(question + 1);
}

void RequestParser::on_response_impl(int, View, int, ErrorCode& error) { error = HttpError::bad_version; }

void RequestParser::on_field_impl(FieldName name, View name_text, View value, ErrorCode& error) {
  // Beast unfolds obsolete line folding into a buffer of its own; such a value does not follow its name, and is refused.
  if (!value.empty() && (value.data() < name_text.data() || value.data() > name_text.data() + 16 * 1024)) {
    error = HttpError::bad_value;
    return;
  }
  request_.headers.push_back({name, name_text, value});
}

void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t>& length, ErrorCode&) {
  if (length) request_.body.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(*length, 64 * 1024)));
}

bool RequestParser::allow_body(std::size_t bytes) {
  longest_body_ = bytes;
  const auto length = content_length();
  return !length || *length <= bytes;
}

std::size_t RequestParser::append(View part, ErrorCode& error) {
  if (request_.body.size() + part.size() > longest_body_) {
    error = HttpError::body_limit;
    return 0;
  }
  request_.body.append(part);
  return part.size();
}

std::size_t RequestParser::on_body_impl(View part, ErrorCode& error) { return append(part, error); }

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, View part, ErrorCode& error) { return append(part, error); }

}  // namespace gelora::http
