#include "telemetry/log.hpp"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

#include <cstdio>

#include "base/json_text.hpp"

namespace gelora::telemetry {
namespace {

std::string service_name = "unnamed";

struct AppendValue {
  base::JsonText& json;
  void operator()(std::string_view text) const { json.value(text); }
  void operator()(std::int64_t number) const { json.value(number); }
  void operator()(double number) const { json.raw(fmt::format("{:.6g}", number)); }
  void operator()(bool yes) const { json.value(yes); }
};

// A system call for each line would cost more than the rest of a request, and spdlog's own sink of standard output makes one:
// here lines wait in the stream's buffer for a second at most, or for the next one that matters.
class BufferedOutput final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  BufferedOutput() { std::setvbuf(stdout, nullptr, _IOFBF, 64 * 1024); }

 private:
  void sink_it_(const spdlog::details::log_msg& message) override {
    std::fwrite(message.payload.data(), 1, message.payload.size(), stdout);
  }
  void flush_() override { std::fflush(stdout); }
};

spdlog::level::level_enum to_spdlog(Level level) {
  switch (level) {
    case Level::debug: return spdlog::level::debug;
    case Level::info: return spdlog::level::info;
    case Level::warn: return spdlog::level::warn;
    case Level::error: return spdlog::level::err;
  }
  return spdlog::level::info;
}

constexpr std::string_view names[] = {"debug", "info", "warn", "error"};

}  // namespace

void start_log(std::string_view service, std::string_view level) {
  service_name = service;
  auto logger = std::make_shared<spdlog::logger>("gelora", std::make_shared<BufferedOutput>());
  logger->set_level(spdlog::level::from_str(std::string{level}));
  logger->flush_on(spdlog::level::warn);
  spdlog::set_default_logger(std::move(logger));
  spdlog::flush_every(std::chrono::seconds{1});
}

void log(Level level, std::string_view message, std::initializer_list<Field> fields) {
  if (!spdlog::should_log(to_spdlog(level))) return;
  thread_local std::string line;
  line = R"({"time":")";
  const base::Instant now = base::SystemClock{}.now();
  base::append_rfc3339(line, now);
  line.back() = '.';  // and the fraction, six digits
  const auto dot = line.size() - 1;
  base::append_decimal(line, 1'000'000 + now.us % 1'000'000);
  line.erase(dot + 1, 1);
  line += R"(Z",)";
  base::JsonText json(line);
  json.member("level", names[static_cast<int>(level)]).member("service", service_name).member("message", message);
  for (const Field& field : fields) {
    json.name(field.name);
    std::visit(AppendValue{json}, field.value);
  }
  line += "}\n";
  spdlog::log(to_spdlog(level), spdlog::string_view_t{line});
}

}  // namespace gelora::telemetry
