// What is read out of a request's line and headers.
#include "fuzz/fuzz.hpp"
#include "http/address_prefix.hpp"
#include "http/message.hpp"
#include "http/prepared.hpp"
#include "telemetry/trace.hpp"

using namespace gelora;
using namespace gelora::http;

FUZZ(bytes) {
  for (const bool form : {false, true}) {
    const auto decoded = percent_decode(bytes, form);
    if (!decoded) continue;
    CHECK(decoded->size() <= bytes.size());
    for (std::size_t i = 0, k = 0; i < bytes.size(); ++i, ++k) {
      if (bytes[i] == '%') i += 2;
      else CHECK((*decoded)[k] == bytes[i] || (form && bytes[i] == '+' && (*decoded)[k] == ' '));
    }
  }

  static const auto set = prepare_set(R"({"a":1})", "v7", "no-cache");
  Request request;
  const std::string name{fuzz::line(bytes)};
  request.headers.push_back({FieldName::accept_encoding, "Accept-Encoding", fuzz::line(bytes)});
  request.headers.push_back({FieldName::if_none_match, "If-None-Match", fuzz::line(bytes)});
  request.query = bytes;
  if (const auto value = request.query_value(name)) CHECK(value->size() <= bytes.size());
  const auto answer = choose(*set, request);
  CHECK(answer.status == 200 || answer.status == 304);
  CHECK(request.header("if-NONE-match") == request.headers[1].value);

  const auto prefix = address_prefix(bytes);
  CHECK(prefix == "unknown" || address_prefix(prefix.substr(0, prefix.find('/'))) == prefix);

  const auto trace = telemetry::continue_trace(bytes);
  const auto again = telemetry::continue_trace(trace.traceparent());
  CHECK(trace.trace_id.view().size() == 32 && trace.span_id.view().size() == 16);
  CHECK(again.trace_id.view() == trace.trace_id.view() && again.span_id.view() != trace.span_id.view() &&
        again.sampled == trace.sampled);
}
