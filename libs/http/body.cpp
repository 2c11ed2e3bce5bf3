#include "http/body.hpp"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <set>

#include "base/ids.hpp"
#include "http/problem.hpp"

namespace gelora::http {
namespace json = boost::json;

Answer FieldFaults::problem() const {
  json::array errors;
  for (const auto& [pointer, message] : faults_) errors.push_back({{"pointer", pointer}, {"message", message}});
  const std::string count = std::to_string(faults_.size());
  return http::problem(invalid_request, faults_.size() == 1 ? "One field is not valid." : count + " fields are not valid.",
                       {{"errors", std::move(errors)}});
}

namespace {

// RFC 6901: ~ and / are escaped.
std::string pointer_below(std::string_view parent, std::string_view name) {
  std::string out{parent};
  out += '/';
  for (const char c : name) {
    if (c == '~') out += "~0";
    else if (c == '/') out += "~1";
    else out += c;
  }
  return out;
}

}  // namespace

std::string ObjectReader::pointer_of(std::string_view name) const { return pointer_below(pointer_, name); }

const json::value* ObjectReader::find(std::string_view name, bool required) {
  known_.push_back(name);
  const auto* value = object_.if_contains(name);
  if (value == nullptr && required) fault(name, "is required");
  return value;
}

bool ObjectReader::is_null(std::string_view name) {
  const auto* value = object_.if_contains(name);
  if (value == nullptr || !value->is_null()) return false;
  known_.push_back(name);
  return true;
}

std::optional<std::string> ObjectReader::text(std::string_view name, std::size_t min_bytes, std::size_t max_bytes) {
  if (find(name, true) == nullptr) return std::nullopt;
  return optional_text(name, min_bytes, max_bytes);
}

std::optional<std::string> ObjectReader::optional_text(std::string_view name, std::size_t min_bytes, std::size_t max_bytes) {
  const auto* value = find(name, false);
  if (value == nullptr) return std::nullopt;
  if (!value->is_string()) {
    fault(name, "must be a string");
    return std::nullopt;
  }
  const auto& text = value->get_string();
  if (text.size() < min_bytes) {
    fault(name, min_bytes == 1 ? "must not be empty" : "must have at least " + std::to_string(min_bytes) + " bytes");
    return std::nullopt;
  }
  if (text.size() > max_bytes) {
    fault(name, "must have at most " + std::to_string(max_bytes) + " bytes");
    return std::nullopt;
  }
  return std::string{text};
}

std::optional<std::uint64_t> ObjectReader::id(std::string_view name) {
  if (find(name, true) == nullptr) return std::nullopt;
  return optional_id(name);
}

std::optional<std::uint64_t> ObjectReader::optional_id(std::string_view name) {
  const auto* value = find(name, false);
  if (value == nullptr) return std::nullopt;
  const auto id = value->is_string() ? base::parse_id(std::string_view{value->get_string()}) : std::nullopt;
  if (!id) fault(name, "must be an id: a decimal number in a string");
  return id;
}

std::optional<std::int64_t> ObjectReader::integer(std::string_view name, std::int64_t low, std::int64_t high) {
  if (find(name, true) == nullptr) return std::nullopt;
  return optional_integer(name, low, high);
}

std::optional<std::int64_t> ObjectReader::optional_integer(std::string_view name, std::int64_t low, std::int64_t high) {
  const auto* value = find(name, false);
  if (value == nullptr) return std::nullopt;
  if (!value->is_int64() || value->get_int64() < low || value->get_int64() > high) {
    fault(name, "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    return std::nullopt;
  }
  return value->get_int64();
}

std::optional<double> ObjectReader::optional_fraction(std::string_view name) {
  const auto* value = find(name, false);
  if (value == nullptr) return std::nullopt;
  boost::system::error_code not_a_number;
  const double number = value->to_number<double>(not_a_number);
  if (not_a_number || !(number >= 0 && number <= 1)) {
    fault(name, "must be a number from 0 to 1");
    return std::nullopt;
  }
  return number;
}

std::optional<bool> ObjectReader::optional_boolean(std::string_view name) {
  const auto* value = find(name, false);
  if (value == nullptr) return std::nullopt;
  if (!value->is_bool()) {
    fault(name, "must be true or false");
    return std::nullopt;
  }
  return value->get_bool();
}

const json::array* ObjectReader::array(std::string_view name, std::size_t min_items, std::size_t max_items) {
  const auto* value = find(name, true);
  if (value == nullptr) return nullptr;
  if (!value->is_array() || value->get_array().size() < min_items || value->get_array().size() > max_items) {
    fault(name, "must be a list of " + std::to_string(min_items) + " to " + std::to_string(max_items) + " items");
    return nullptr;
  }
  return &value->get_array();
}

const json::object* ObjectReader::object(std::string_view name) {
  const auto* value = find(name, true);
  if (value == nullptr) return nullptr;
  if (!value->is_object()) {
    fault(name, "must be an object");
    return nullptr;
  }
  return &value->get_object();
}

void ObjectReader::unknown_members() {
  for (const auto& member : object_) {
    if (std::find(known_.begin(), known_.end(), std::string_view{member.key()}) == known_.end())
      fault(member.key(), "is not known here");
  }
}

namespace {

// The events of a document that was parsed before, so no error can occur.
class Events {
 public:
  static constexpr std::size_t max_object_size = SIZE_MAX, max_array_size = SIZE_MAX, max_key_size = SIZE_MAX,
                               max_string_size = SIZE_MAX;
  using Error = boost::system::error_code;
  using View = boost::core::string_view;

  bool on_document_begin(Error&) { return true; }
  bool on_document_end(Error&) { return true; }
  bool on_object_begin(Error&) { return true; }
  bool on_object_end(std::size_t, Error&) { return true; }
  bool on_array_begin(Error&) { return true; }
  bool on_array_end(std::size_t, Error&) { return true; }
  bool on_key_part(View, std::size_t, Error&) { return true; }
  bool on_key(View, std::size_t, Error&) { return true; }
  bool on_string_part(View, std::size_t, Error&) { return true; }
  bool on_string(View, std::size_t, Error&) { return true; }
  bool on_number_part(View, Error&) { return true; }
  bool on_int64(std::int64_t, View, Error&) { return true; }
  bool on_uint64(std::uint64_t, View, Error&) { return true; }
  bool on_double(double, View, Error&) { return true; }
  bool on_bool(bool, Error&) { return true; }
  bool on_null(Error&) { return true; }
  bool on_comment_part(View, Error&) { return true; }
  bool on_comment(View, Error&) { return true; }
};

struct CountMembers : Events {
  std::size_t count = 0;
  bool on_object_end(std::size_t members, Error&) {
    count += members;
    return true;
  }
};

struct FindRepeated : Events {
  std::vector<std::set<std::string>> open;
  std::string key;
  std::optional<std::string> found;
  bool on_object_begin(Error&) {
    open.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t, Error&) {
    open.pop_back();
    return true;
  }
  bool on_key_part(View part, std::size_t, Error&) {
    key += part;
    return true;
  }
  bool on_key(View part, std::size_t, Error&) {
    key += part;
    if (!open.back().insert(key).second && !found) found = key;
    key.clear();
    return true;
  }
};

template <class Handler>
Handler read_events(std::string_view document) {
  json::basic_parser<Handler> parser(json::parse_options{});
  boost::system::error_code ignored;
  parser.write_some(false, document.data(), document.size(), ignored);
  return std::move(parser.handler());
}

std::size_t members_in(const json::value& value) {
  std::size_t count = 0;
  if (const auto* object = value.if_object()) {
    count = object->size();
    for (const auto& member : *object) count += members_in(member.value());
  } else if (const auto* array = value.if_array()) {
    for (const auto& one : *array) count += members_in(one);
  }
  return count;
}

// The first member that an object of `document` has twice, which boost::json::parse() lets pass: of two readers of such a body
// each might see another value. `parsed` has lost one of the two, so that counting tells whether it is worth a search.
std::optional<std::string> repeated_member(std::string_view document, const json::value& parsed) {
  if (read_events<CountMembers>(document).count == members_in(parsed)) return std::nullopt;
  return read_events<FindRepeated>(document).found;
}

}  // namespace

JsonBody::JsonBody(const Request& request) {
  auto type = request.header(FieldName::content_type);
  type = type.substr(0, type.find(';'));
  while (!type.empty() && type.back() == ' ') type.remove_suffix(1);
  if (!boost::beast::iequals(type, "application/json")) {
    refused_ = problem(unsupported_media_type, "Send the body as application/json.");
    return;
  }
  boost::system::error_code error;
  json::parse_options options;
  options.max_depth = 8;
  value_ = json::parse(request.body, error, &memory_, options);
  if (error) {
    refused_ = problem(malformed_json, "The body is not valid JSON: " + error.message() + ".");
  } else if (!value_.is_object()) {
    FieldFaults faults;
    faults.add("", "must be an object");
    refused_ = faults.problem();
  } else if (const auto name = repeated_member(request.body, value_)) {
    FieldFaults faults;
    faults.add(pointer_below({}, *name), "is there twice");
    refused_ = faults.problem();
  }
}

std::string to_text(const json::value& value) { return json::serialize(value); }

}  // namespace gelora::http
