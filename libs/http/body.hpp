// Reads a JSON body (or query) field by field and collects every fault, so that the caller learns all of them at once.
#pragma once
#include <boost/container/small_vector.hpp>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.hpp"

namespace gelora::http {

// Faults of fields, as 422 invalid-request with errors [{"pointer", "message"}].
class FieldFaults {
 public:
  void add(std::string pointer, std::string message) { faults_.emplace_back(std::move(pointer), std::move(message)); }
  bool none() const { return faults_.empty(); }
  const std::vector<std::pair<std::string, std::string>>& all() const { return faults_; }  // pointer and message
  Answer problem() const;

 private:
  std::vector<std::pair<std::string, std::string>> faults_;
};

// One JSON object of a body. Every member that is read is marked; members never read are refused by unknown_members().
class ObjectReader {
 public:
  ObjectReader(const boost::json::object& object, std::string pointer, FieldFaults& faults)
      : object_(object), pointer_(std::move(pointer)), faults_(faults) {}

  bool has(std::string_view name) const { return object_.contains(name); }
  // Whether the member is there and null; it counts as read then.
  bool is_null(std::string_view name);
  // Each returns nothing when the member is missing or wrong, and then a fault was added (missing is none for optional_*).
  std::optional<std::string> text(std::string_view name, std::size_t min_bytes, std::size_t max_bytes);
  std::optional<std::string> optional_text(std::string_view name, std::size_t min_bytes, std::size_t max_bytes);
  std::optional<std::uint64_t> id(std::string_view name);  // a decimal string
  std::optional<std::uint64_t> optional_id(std::string_view name);
  std::optional<std::int64_t> integer(std::string_view name, std::int64_t low, std::int64_t high);
  std::optional<std::int64_t> optional_integer(std::string_view name, std::int64_t low, std::int64_t high);
  std::optional<double> optional_fraction(std::string_view name);  // from 0 to 1
  std::optional<bool> optional_boolean(std::string_view name);
  const boost::json::array* array(std::string_view name, std::size_t min_items, std::size_t max_items);
  const boost::json::object* object(std::string_view name);
  // Adds a fault for each member that was not asked for.
  void unknown_members();
  void fault(std::string_view name, std::string message) { faults_.add(pointer_of(name), std::move(message)); }
  std::string pointer_of(std::string_view name) const;

 private:
  const boost::json::value* find(std::string_view name, bool required);
  const boost::json::object& object_;
  std::string pointer_;
  FieldFaults& faults_;
  boost::container::small_vector<std::string_view, 8> known_;
};

// The body as one JSON object: 415, 400 or 422 when it is not.
class JsonBody {
 public:
  explicit JsonBody(const Request& request);
  JsonBody(const JsonBody&) = delete;
  JsonBody& operator=(const JsonBody&) = delete;
  // Set when the body is not a JSON object at all.
  const std::optional<Answer>& refused() const { return refused_; }
  const boost::json::object& object() const { return value_.get_object(); }
  ObjectReader reader(FieldFaults& faults) { return {value_.as_object(), "", faults}; }

 private:
  unsigned char first_bytes_[1024];  // most bodies need no more
  boost::json::monotonic_resource memory_{first_bytes_, sizeof first_bytes_};
  boost::json::value value_ = boost::json::value(boost::json::storage_ptr(&memory_));
  std::optional<Answer> refused_;
};

// JSON text of `value`; a fault of serialising is a bug.
std::string to_text(const boost::json::value& value);

}  // namespace gelora::http
