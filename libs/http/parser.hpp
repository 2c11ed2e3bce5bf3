// Reads one HTTP/1.1 request with Beast's parser, without copying its head: names and values are views into the buffer.
#pragma once
#include <boost/beast/http/basic_parser.hpp>

#include "http/message.hpp"

namespace gelora::http {

class RequestParser final : public boost::beast::http::basic_parser<true> {
 public:
  // `request` is cleared; the buffer given to put() must stay in place until the request was answered.
  explicit RequestParser(Request& request);

  bool keep_alive_wanted() const { return keep_alive(); }
  // Once the head is there: how long the body may be. False when it says that it is longer.
  bool allow_body(std::size_t bytes);

 private:
  using ErrorCode = boost::beast::error_code;
  using View = boost::beast::string_view;
  void on_request_impl(Verb method, View method_text, View target, int version, ErrorCode& error) override;
  void on_response_impl(int, View, int, ErrorCode& error) override;
  void on_field_impl(FieldName name, View name_text, View value, ErrorCode& error) override;
  void on_header_impl(ErrorCode&) override {}
  std::size_t append(View part, ErrorCode& error);
  void on_body_init_impl(const boost::optional<std::uint64_t>& length, ErrorCode&) override;
  std::size_t on_body_impl(View part, ErrorCode&) override;
  void on_chunk_header_impl(std::uint64_t, View, ErrorCode&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, View part, ErrorCode&) override;
  void on_finish_impl(ErrorCode&) override {}

  Request& request_;
  std::size_t longest_body_ = SIZE_MAX;
};

}  // namespace gelora::http
