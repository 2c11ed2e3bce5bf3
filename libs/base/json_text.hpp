// JSON written straight into a string, for answers and log lines of the hot path: no tree, no allocation but the string's own.
// Everything else is built and read with Boost.JSON.
#pragma once
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/ids.hpp"
#include "base/time.hpp"

namespace gelora::base {

// Appends `text` as a JSON string (RFC 8259); bytes above 127 are passed on as they are.
void append_json_string(std::string& out, std::string_view text);
void append_decimal(std::string& out, std::int64_t number);

// Writes values one after the other and puts the commas between them. The caller closes what it opens, and gives each member of
// an object its name.
class JsonText {
 public:
  explicit JsonText(std::string& out) : out_(out) {}

  JsonText& open_object() { return open('{'); }
  JsonText& open_array() { return open('['); }
  JsonText& close_object() { return close('}'); }
  JsonText& close_array() { return close(']'); }
  // `name` is a literal of ours: it is not escaped.
  JsonText& name(std::string_view name);

  JsonText& value(std::string_view text);
  JsonText& value(const char* text) { return value(std::string_view{text}); }
  JsonText& value(bool yes) { return raw(yes ? "true" : "false"); }
  JsonText& value(Instant at);  // RFC 3339, to the second
  JsonText& value(std::integral auto number) {
    separate();
    append_decimal(out_, static_cast<std::int64_t>(number));
    return *this;
  }
  // A decimal string: not every reader of JSON keeps 64 bits of a number.
  template <class Tag>
  JsonText& value(Id<Tag> id) {
    separate();
    out_ += '"';
    append_decimal(out_, static_cast<std::int64_t>(id.value));
    out_ += '"';
    return *this;
  }
  // `json` is a JSON value already.
  JsonText& raw(std::string_view json) {
    separate();
    out_ += json;
    return *this;
  }
  template <class Value>
  JsonText& member(std::string_view name_of_it, const Value& value_of_it) {
    name(name_of_it);
    return value(value_of_it);
  }

 private:
  JsonText& open(char bracket) {
    separate();
    out_ += bracket;
    first_ = true;
    return *this;
  }
  JsonText& close(char bracket) {
    out_ += bracket;
    first_ = false;
    return *this;
  }
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  std::string& out_;
  bool first_ = true;  // nothing stands before the next value that a comma must part it from
};

}  // namespace gelora::base
