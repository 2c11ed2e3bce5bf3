// A request as the handlers see it, and the answer they give.
#pragma once
#include <array>
#include <boost/beast/http/field.hpp>
#include <boost/beast/http/verb.hpp>
#include <boost/json/object.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "auth/caller.hpp"
#include "base/time.hpp"
#include "loop/loop.hpp"
#include "telemetry/trace.hpp"

namespace gelora::http {

using Verb = boost::beast::http::verb;
using FieldName = boost::beast::http::field;
using loop::Task;

// A complete answer, head and body in one buffer, built when the data changes and shared by all who ask for it.
struct Prepared {
  std::string bytes;
  std::size_t head_size = 0;
};

struct Request {
  // Views into the connection's buffer, valid until the answer is written.
  Verb method = Verb::unknown;
  std::string_view path;   // without the query, still percent-encoded
  std::string_view query;  // without the question mark
  struct Header {
    FieldName name;
    std::string_view name_text;
    std::string_view value;
  };
  std::vector<Header> headers;
  std::string body;
  std::array<std::string_view, 4> params;  // values of the route's {placeholders}, in order, percent-decoded where needed

  base::Instant now;                           // when the request had arrived
  std::shared_ptr<const auth::Caller> caller;  // set when the route's access is a person's
  std::optional<auth::ServiceCaller> service;  // set when the route's access is a service's
  std::string peer_address;                    // as the edge saw it
  std::string request_id;                      // empty for hot reads
  telemetry::Trace trace;                      // empty for hot reads

  // The first header of that name; empty when there is none.
  std::string_view header(FieldName name) const;
  std::string_view header(std::string_view name) const;
  // The decoded value of a query parameter; nothing when it is not there or badly encoded.
  std::optional<std::string> query_value(std::string_view name) const;
  std::string_view idempotency_key() const { return header("Idempotency-Key"); }
};

// RFC 9457: https://gelora.dev/problems/<slug>, completed with instance and request id when it is written.
struct ProblemType {
  unsigned status;
  std::string_view slug;
  std::string_view title;
};
struct Problem {
  ProblemType type;
  std::string detail;
  boost::json::object extras;  // members of this type
};

struct Answer {
  unsigned status = 200;
  std::string body;
  std::string_view content_type = "application/json";
  std::vector<std::pair<std::string_view, std::string>> headers;
  std::string_view outcome = "ok";  // its name in logs and metrics

  std::optional<Problem> problem;            // replaces body
  std::shared_ptr<const Prepared> prepared;  // replaces everything above but status and outcome
  // After the head is written the socket goes to this function, which owns it from then on (event streams).
  std::function<void(loop::TcpSocket)> take_over;
  bool hang_up = false;  // close the connection without an answer: what a simulator of failures does
};

// 200 (or `status`) with a JSON text.
Answer json_answer(std::string body, unsigned status = 200);
Answer no_content();
// Of /readyz. `failing` names the part that keeps from serving; `warnings` is a JSON list of what does not.
Answer ready(const std::string& warnings);
Answer not_ready(std::string_view outcome, std::string_view failing);
// The database does not answer, or it is there and its certificate is not believed, for a reason that `distrust` says in words.
Answer database_away(std::string_view distrust);
// Of /metrics.
Answer metrics_text(std::string text);

// The head of an answer in front of its body, for Prepared. `headers` are whole lines, each ending in CRLF.
std::shared_ptr<const Prepared> prepare(unsigned status, std::string_view headers, std::string_view body);

std::string_view reason_of(unsigned status);

// Percent-decoding (plus as space when `form`); nothing for a malformed escape or a NUL.
std::optional<std::string> percent_decode(std::string_view text, bool form);

}  // namespace gelora::http
