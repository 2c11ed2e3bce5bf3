// A body (or query) of names and values, held against the list of what may be in it: a stranger's protocol is spoken only in
// words that it has. What is wrong first is told as Stripe tells it.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gelora::bank {

enum class Type { text, integer, boolean, url, one_of };
struct FormField {
  std::string_view name;  // an index is written as [], any other key of the caller's as [*]
  Type type = Type::text;
  bool required = false;
  std::string_view words = {};  // of one_of: "a|b|c"
  std::size_t longest = 5000;
};
struct FormFault {
  std::string code, message, param;
};

class Form {
 public:
  // Nothing for what is not percent-encoded well.
  static std::optional<Form> parse(std::string_view encoded);
  std::optional<FormFault> check(std::span<const FormField> known) const;

  // The value of that exact name; empty when there is none.
  std::string text(std::string_view name) const;
  std::int64_t number(std::string_view name) const;  // of a checked integer; 0 when there is none
  bool has(std::string_view name) const;
  // The caller's own keys: of "metadata[a]=b" with prefix "metadata", {a, b}.
  std::vector<std::pair<std::string, std::string>> below(std::string_view prefix) const;
  // In an order that does not depend on how they came.
  std::string canonical() const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

}  // namespace gelora::bank
