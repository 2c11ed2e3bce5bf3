#include "telemetry/spans.hpp"

#include <algorithm>
#include <deque>
#include <mutex>

#include "base/json_text.hpp"

namespace gelora::telemetry {
namespace {

// One of a process, as its log: whoever records has nothing at hand that belongs to it.
struct Queue {
  std::mutex mutex;  // held for a push or a swap
  std::deque<SpanRecord> spans;
  std::size_t most = 0;
  std::uint64_t dropped = 0;
} queue;

thread_local Trace current;

std::string nanoseconds(std::chrono::system_clock::time_point time) {
  return std::to_string(std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count());
}

void write_attribute(base::JsonText& json, std::string_view key, std::string_view value) {
  json.open_object().member("key", key).name("value").open_object().member("stringValue", value).close_object().close_object();
}

void write_span(base::JsonText& json, const SpanRecord& span) {
  json.open_object().member("traceId", span.trace.trace_id.view()).member("spanId", span.trace.span_id.view());
  if (!span.trace.parent_id.view().empty()) json.member("parentSpanId", span.trace.parent_id.view());
  json.member("name", span.name).member("kind", static_cast<int>(span.kind));
  json.member("startTimeUnixNano", nanoseconds(span.began)).member("endTimeUnixNano", nanoseconds(span.ended));
  json.name("attributes").open_array();
  for (const auto& [key, value] : span.attributes) write_attribute(json, key, value);
  json.close_array().name("links").open_array();
  for (const auto& link : span.links)
    json.open_object().member("traceId", link.trace_id.view()).member("spanId", link.span_id.view()).close_object();
  json.close_array().name("status").open_object();
  if (span.failed) json.member("code", 2);
  json.close_object().close_object();
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_word(text[end])) ++end;
  return text.substr(at, end - at);
}

}  // namespace

void start_tracing(std::size_t most_waiting) {
  queue.most = most_waiting;
  tracing_is_on = true;
}

Trace& current_trace() { return current; }

void record(SpanRecord span) {
  const std::lock_guard lock(queue.mutex);
  if (queue.spans.size() >= queue.most) ++queue.dropped;
  else queue.spans.push_back(std::move(span));
}

Recorded take_recorded(std::size_t most) {
  Recorded taken;
  const std::lock_guard lock(queue.mutex);
  const auto count = static_cast<std::ptrdiff_t>(std::min(most, queue.spans.size()));
  std::move(queue.spans.begin(), queue.spans.begin() + count, std::back_inserter(taken.spans));
  queue.spans.erase(queue.spans.begin(), queue.spans.begin() + count);
  taken.dropped = std::exchange(queue.dropped, 0);
  return taken;
}

std::string to_otlp(const std::vector<SpanRecord>& spans, std::string_view service, std::string_view instance) {
  std::string out;
  base::JsonText json(out);
  json.open_object().name("resourceSpans").open_array().open_object().name("resource").open_object();
  json.name("attributes").open_array();
  write_attribute(json, "service.name", service);
  write_attribute(json, "service.instance.id", instance);
  json.close_array().close_object().name("scopeSpans").open_array().open_object();
  json.name("scope").open_object().member("name", "gelora").close_object().name("spans").open_array();
  for (const auto& span : spans) write_span(json, span);
  json.close_array().close_object().close_array().close_object().close_array().close_object();
  return out;
}

Span::Span(SpanKind kind) {
  if (!tracing_is_on || !current.sampled) return;
  span_.trace = current.child();
  span_.kind = kind;
  span_.began = std::chrono::system_clock::now();
  span_.failed = true;
}

Span::~Span() {
  if (!recorded()) return;
  span_.ended = std::chrono::system_clock::now();
  record(std::move(span_));
}

std::string name_of_statement(std::string_view sql) {
  std::string name{word_at(sql, 0)};
  if (name == "START" || name == "BEGIN" || name == "begin") return "transaction";
  for (const std::string_view before : {" FROM ", " INTO ", "UPDATE "}) {
    const auto found = sql.find(before);
    if (found == std::string_view::npos) continue;
    const auto table = word_at(sql, found + before.size());
    if (!table.empty()) return name += ' ', name += table;
  }
  return name;
}

}  // namespace gelora::telemetry
