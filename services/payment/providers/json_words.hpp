// What all readers of JSON here need.
#pragma once
#include <boost/json/value.hpp>
#include <string>
#include <string_view>

namespace gelora::payment {

// A string member that is always there; throws (Boost.JSON's errors) when it is not.
inline std::string text_of(const boost::json::value& value, std::string_view name) {
  return std::string{value.at(name).as_string()};
}

// A string member; empty when it is missing, null or something else.
inline std::string text_or_none(const boost::json::value& value, std::string_view name) {
  const auto* object = value.if_object();
  const auto* member = object ? object->if_contains(name) : nullptr;
  return member && member->is_string() ? std::string{member->get_string()} : std::string{};
}

}  // namespace gelora::payment
