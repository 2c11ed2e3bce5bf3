#include "telemetry/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>

#include "base/time.hpp"

namespace gelora::telemetry {
namespace {

std::string service_name = "unnamed";

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t clean = 0;  // bytes before this one need no escape and are not yet in `out`
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20) continue;
    out.append(text, clean, i - clean);
    clean = i + 1;
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default: fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    }
  }
  out.append(text, clean);
  out += '"';
}

struct AppendValue {
  std::string& out;
  void operator()(std::string_view text) const { append_json_string(out, text); }
  void operator()(std::int64_t number) const { fmt::format_to(std::back_inserter(out), "{}", number); }
  void operator()(double number) const { fmt::format_to(std::back_inserter(out), "{:.6g}", number); }
  void operator()(bool yes) const { out += yes ? "true" : "false"; }
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
  auto logger = spdlog::stdout_logger_mt("gelora");
  logger->set_pattern("%v");
  logger->set_level(spdlog::level::from_str(std::string{level}));
  // A system call for each line would cost more than the rest of a request: lines wait in the stream's buffer for a second at
  // most, or for the next one that matters.
  std::setvbuf(stdout, nullptr, _IOFBF, 64 * 1024);
  logger->flush_on(spdlog::level::warn);
  spdlog::set_default_logger(std::move(logger));
  spdlog::flush_every(std::chrono::seconds{1});
}

void log(Level level, std::string_view message, std::initializer_list<Field> fields) {
  if (!spdlog::should_log(to_spdlog(level))) return;
  std::string line;
  line.reserve(256);
  line += R"({"time":")";
  const base::Instant now = base::SystemClock{}.now();
  line += base::to_rfc3339(now);
  line.pop_back();
  fmt::format_to(std::back_inserter(line), R"(.{:06}Z","level":"{}","service":)", now.us % 1'000'000,
                 names[static_cast<int>(level)]);
  append_json_string(line, service_name);
  line += R"(,"message":)";
  append_json_string(line, message);
  for (const Field& field : fields) {
    line += ',';
    append_json_string(line, field.name);
    line += ':';
    std::visit(AppendValue{line}, field.value);
  }
  line += '}';
  spdlog::log(to_spdlog(level), "{}", line);
}

}  // namespace gelora::telemetry
