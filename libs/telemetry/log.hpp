// One JSON line an entry, on standard output. Values are escaped here; secrets are never passed in.
#pragma once
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace gelora::telemetry {

enum class Level { debug, info, warn, error };

struct Field {
  std::string_view name;
  std::variant<std::string_view, std::int64_t, double, bool> value;

  Field(std::string_view n, std::string_view v) : name(n), value(v) {}
  Field(std::string_view n, const char* v) : name(n), value(std::string_view{v}) {}
  Field(std::string_view n, const std::string& v) : name(n), value(std::string_view{v}) {}
  Field(std::string_view n, bool v) : name(n), value(v) {}
  Field(std::string_view n, double v) : name(n), value(v) {}
  template <std::integral Number>
  Field(std::string_view n, Number v) : name(n), value(static_cast<std::int64_t>(v)) {}
};

// Called once, first thing in main. Level is one of debug, info, warn, error.
void start_log(std::string_view service, std::string_view level);

void log(Level level, std::string_view message, std::initializer_list<Field> fields = {});

inline void info(std::string_view message, std::initializer_list<Field> fields = {}) { log(Level::info, message, fields); }
inline void warn(std::string_view message, std::initializer_list<Field> fields = {}) { log(Level::warn, message, fields); }
inline void error(std::string_view message, std::initializer_list<Field> fields = {}) { log(Level::error, message, fields); }
inline void debug(std::string_view message, std::initializer_list<Field> fields = {}) { log(Level::debug, message, fields); }

}  // namespace gelora::telemetry
