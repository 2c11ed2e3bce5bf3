#include "http/span_export.hpp"

#include <boost/url/parse.hpp>
#include <charconv>

#include "http/client.hpp"
#include "telemetry/log.hpp"
#include "telemetry/spans.hpp"

namespace gelora::http {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t page = 512;

struct Exporter {
  loop::Loop& loop;
  Client client;
  std::string service, instance;
  prometheus::Counter &sent, &lost;
  bool away = false;

  Task<> send(std::vector<telemetry::SpanRecord> spans) {
    Call call;
    call.method = Verb::post;
    call.target = "/v1/traces";
    call.body = telemetry::to_otlp(spans, service, instance);
    std::string fault;
    try {
      const auto reply = co_await client.send(std::move(call));
      if (reply.status / 100 != 2) fault = "status " + std::to_string(reply.status);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    (fault.empty() ? sent : lost).Increment(static_cast<double>(spans.size()));
    if (!fault.empty() && !away) telemetry::warn("the collector takes no spans", {{"what", fault}});
    away = !fault.empty();
  }
};

Task<> export_forever(std::unique_ptr<Exporter> exporter) {
  for (;;) {
    auto taken = telemetry::take_recorded(page);
    exporter->lost.Increment(static_cast<double>(taken.dropped));
    const bool more = taken.spans.size() == page;
    if (!taken.spans.empty()) co_await exporter->send(std::move(taken.spans));
    if (!more) co_await loop::sleep_for(1s);
  }
}

}  // namespace

TraceSettings read_trace_settings(base::Environment& env) {
  TraceSettings settings;
  settings.endpoint = env.text("GELORA_TRACE_ENDPOINT", "");
  const auto url = boost::urls::parse_uri(settings.endpoint);
  if (!settings.endpoint.empty() && (!url || url->scheme() != "http" || url->host().empty()))
    env.fault("GELORA_TRACE_ENDPOINT is not an http:// address, such as http://collector:4318");
  const auto text = env.text("GELORA_TRACE_RATIO", "1");
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), settings.ratio);
  if (error != std::errc{} || end != text.data() + text.size() || !(settings.ratio >= 0 && settings.ratio <= 1))
    env.fault("GELORA_TRACE_RATIO is not a number from 0 to 1");
  return settings;
}

void start_tracing(loop::Loop& loop, TraceSettings settings, std::string service, std::string instance,
                   telemetry::Metrics& metrics) {
  if (settings.endpoint.empty()) return;
  telemetry::start_sampling(settings.ratio);
  telemetry::start_tracing();
  auto exporter = std::make_unique<Exporter>(
      Exporter{loop, Client(loop, settings.endpoint), std::move(service), std::move(instance),
               metrics.counter("gelora_spans_sent_total", "Spans that the collector took"),
               metrics.counter("gelora_spans_lost_total", "Spans that were dropped: too many waited, or it took none")});
  loop.spawn(export_forever(std::move(exporter)));
}

}  // namespace gelora::http
