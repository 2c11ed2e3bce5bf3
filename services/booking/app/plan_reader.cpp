#include "booking/app/plan_reader.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

namespace gelora::booking {
namespace {

namespace json = boost::json;

const json::array nothing;

// RFC 6901, and no longer than somebody reads.
std::string escaped(std::string_view name) {
  std::string out;
  for (const char c : name.substr(0, 100)) {
    if (c == '~') out += "~0";
    else if (c == '/') out += "~1";
    else out += c;
  }
  return out;
}

}  // namespace

std::string DocumentPlace::pointer() const {
  std::string text = parent == nullptr ? "" : parent->pointer();
  if (index != SIZE_MAX) return text + '/' + std::to_string(index);
  return name.empty() ? text : text + '/' + escaped(name);
}

void PlanReader::fault(const DocumentPlace& at, std::string_view name, std::string code, std::string message) {
  if (faults_.size() >= most_faults_told) return;
  faults_.push_back({DocumentPlace{&at, name}.pointer(), std::move(code), std::move(message)});
}

std::string PlanReader::text(const json::object& from, const DocumentPlace& at, std::string_view name, bool needed) {
  const auto* value = from.if_contains(name);
  if (value != nullptr && value->is_string()) return std::string{value->get_string()};
  if (value != nullptr) fault(at, name, "wrong-type", "must be a text");
  else if (needed) fault(at, name, "missing", "is missing");
  return {};
}

double PlanReader::number(const json::value& value, const DocumentPlace& at) {
  boost::system::error_code none;
  const double number = value.to_number<double>(none);
  if (!none && std::isfinite(number)) return number;
  fault(at, "", "wrong-type", "must be a number");
  return NAN;
}

double PlanReader::number(const json::object& from, const DocumentPlace& at, std::string_view name, bool needed) {
  const auto* value = from.if_contains(name);
  if (value != nullptr) return number(*value, {&at, name});
  if (needed) fault(at, name, "missing", "is missing");
  return NAN;
}

const json::array& PlanReader::list(const json::object& from, const DocumentPlace& at, std::string_view name, bool needed) {
  const auto* value = from.if_contains(name);
  if (value != nullptr && value->is_array()) return value->get_array();
  if (value != nullptr) fault(at, name, "wrong-type", "must be a list");
  else if (needed) fault(at, name, "missing", "is missing");
  return nothing;
}

const json::object* PlanReader::object(const json::value& value, const DocumentPlace& at) {
  if (value.is_object()) return &value.get_object();
  fault(at, "", "wrong-type", "must be an object");
  return nullptr;
}

const json::object* PlanReader::object(const json::object& from, const DocumentPlace& at, std::string_view name) {
  const auto* value = from.if_contains(name);
  if (value != nullptr) return object(*value, {&at, name});
  fault(at, name, "missing", "is missing");
  return nullptr;
}

void PlanReader::only(const json::object& from, const DocumentPlace& at, std::initializer_list<std::string_view> known) {
  for (const auto& member : from) {
    if (std::find(known.begin(), known.end(), std::string_view{member.key()}) == known.end())
      fault(at, member.key(), "unknown-member", "is not known here");
  }
}

}  // namespace gelora::booking
