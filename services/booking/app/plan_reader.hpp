// Reads the values of a plan's document, and notes each that is missing or of another type under its place.
#pragma once
#include <boost/json/object.hpp>
#include <cmath>
#include <optional>
#include <string>

#include "booking/domain/seating_plan.hpp"

namespace gelora::booking {

// Where a value is. Kept on the stack, as a list from the inside out: its text is made only when there is something to tell.
struct DocumentPlace {
  const DocumentPlace* parent = nullptr;
  std::string_view name{};
  std::size_t index = SIZE_MAX;

  std::string pointer() const;
};

class PlanReader {
 public:
  explicit PlanReader(std::vector<PlanFault>& faults) : faults_(faults) {}

  void fault(const DocumentPlace& at, std::string_view name, std::string code, std::string message);
  // Each gives an empty value, and NaN for numbers, when there is none; that was told then, if the value is needed.
  std::string text(const boost::json::object& from, const DocumentPlace& at, std::string_view name, bool needed = true);
  double number(const boost::json::object& from, const DocumentPlace& at, std::string_view name, bool needed = true);
  const boost::json::array& list(const boost::json::object& from, const DocumentPlace& at, std::string_view name,
                                 bool needed = true);
  const boost::json::object* object(const boost::json::object& from, const DocumentPlace& at, std::string_view name);
  const boost::json::object* object(const boost::json::value& value, const DocumentPlace& at);
  double number(const boost::json::value& value, const DocumentPlace& at);
  // Tells of members that are not among `known`.
  void only(const boost::json::object& from, const DocumentPlace& at, std::initializer_list<std::string_view> known);

 private:
  std::vector<PlanFault>& faults_;
};

}  // namespace gelora::booking
