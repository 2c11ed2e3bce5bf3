#include "form.hpp"

#include <algorithm>
#include <charconv>

#include "http/message.hpp"

namespace gelora::bank {
namespace {

bool is_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && !text.empty();
}

// "line_items[0][price]" → "line_items[][price]"
std::string without_indexes(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size(); ++at) {
    out += name[at];
    if (name[at] != '[') continue;
    while (at + 1 < name.size() && name[at + 1] >= '0' && name[at + 1] <= '9') ++at;
  }
  return out;
}

bool fits(std::string_view name, std::string_view pattern) {
  if (!pattern.ends_with("[*]")) return name == pattern;
  const auto parent = pattern.substr(0, pattern.size() - 2);
  return name.starts_with(parent) && name.ends_with(']') && name.find(']', parent.size()) == name.size() - 1;
}

bool is_one_of(std::string_view word, std::string_view words) {
  while (!words.empty()) {
    const auto one = words.substr(0, words.find('|'));
    if (one == word) return true;
    words.remove_prefix(std::min(words.size(), one.size() + 1));
  }
  return false;
}

std::optional<FormFault> fault_of(const FormField& field, const std::string& name, const std::string& value) {
  if (value.size() > field.longest)
    return FormFault{"", "Invalid string: must be at most " + std::to_string(field.longest) + " characters", name};
  switch (field.type) {
    case Type::text:
      if (value.empty()) return FormFault{"parameter_invalid_empty", "You passed an empty string for '" + name + "'.", name};
      return std::nullopt;
    case Type::integer:
      if (!is_number(value)) return FormFault{"parameter_invalid_integer", "Invalid integer: " + value, name};
      return std::nullopt;
    case Type::boolean:
      if (value != "true" && value != "false") return FormFault{"", "Invalid boolean: " + value, name};
      return std::nullopt;
    case Type::url:
      if (!value.starts_with("http://") && !value.starts_with("https://"))
        return FormFault{"url_invalid", "Not a valid URL", name};
      return std::nullopt;
    case Type::one_of:
      if (!is_one_of(value, field.words))
        return FormFault{"", "Invalid " + name + ": must be one of " + std::string{field.words}, name};
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Form> Form::parse(std::string_view encoded) {
  Form form;
  while (!encoded.empty()) {
    const auto pair = encoded.substr(0, encoded.find('&'));
    encoded.remove_prefix(std::min(encoded.size(), pair.size() + 1));
    const auto equals = pair.find('=');
    auto name = http::percent_decode(pair.substr(0, equals), true);
    auto value = http::percent_decode(equals == std::string_view::npos ? "" : pair.substr(equals + 1), true);
    if (!name || !value) return std::nullopt;
    form.fields_.emplace_back(std::move(*name), std::move(*value));
  }
  return form;
}

std::optional<FormFault> Form::check(std::span<const FormField> known) const {
  for (const auto& [name, value] : fields_) {
    const auto bare = without_indexes(name);
    const auto field = std::find_if(known.begin(), known.end(), [&](const auto& one) { return fits(bare, one.name); });
    if (field == known.end()) return FormFault{"parameter_unknown", "Received unknown parameter: " + name, name};
    if (auto fault = fault_of(*field, name, value)) return fault;
  }
  for (const auto& field : known) {
    const bool there = std::any_of(fields_.begin(), fields_.end(),
                                   [&](const auto& one) { return fits(without_indexes(one.first), field.name); });
    if (field.required && !there)
      return FormFault{"parameter_missing", "Missing required param: " + std::string{field.name} + ".", std::string{field.name}};
  }
  return std::nullopt;
}

std::string Form::text(std::string_view name) const {
  for (const auto& [other, value] : fields_)
    if (other == name) return value;
  return {};
}

std::int64_t Form::number(std::string_view name) const {
  const auto value = text(name);
  std::int64_t number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

bool Form::has(std::string_view name) const {
  return std::any_of(fields_.begin(), fields_.end(), [name](const auto& one) { return one.first == name; });
}

std::vector<std::pair<std::string, std::string>> Form::below(std::string_view prefix) const {
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& [name, value] : fields_) {
    if (!fits(name, std::string{prefix} + "[*]")) continue;
    found.emplace_back(name.substr(prefix.size() + 1, name.size() - prefix.size() - 2), value);
  }
  return found;
}

std::string Form::canonical() const {
  auto sorted = fields_;
  std::sort(sorted.begin(), sorted.end());
  std::string text;
  for (const auto& [name, value] : sorted) text += name + "\n" + value + "\n";
  return text;
}

}  // namespace gelora::bank
