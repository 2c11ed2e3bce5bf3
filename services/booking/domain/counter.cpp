#include "booking/domain/counter.hpp"

namespace gelora::booking {

std::string_view name_of(CounterMethod method) {
  switch (method) {
    case CounterMethod::cash: return "cash";
    case CounterMethod::card: return "card";
    case CounterMethod::complimentary: return "complimentary";
  }
  return "";
}

std::optional<CounterMethod> parse_counter_method(std::string_view name) {
  for (const auto method : {CounterMethod::cash, CounterMethod::card, CounterMethod::complimentary}) {
    if (name_of(method) == name) return method;
  }
  return std::nullopt;
}

}  // namespace gelora::booking
