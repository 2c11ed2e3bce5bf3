// Sales on the spot, at the counter. Pure.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gelora::booking {

// How it was paid. Numbers are those of the database.
enum class CounterMethod : std::uint8_t {
  cash = 1,
  card = 2,           // by the counter's own terminal
  complimentary = 3,  // the places cost nothing
};
std::string_view name_of(CounterMethod method);
std::optional<CounterMethod> parse_counter_method(std::string_view name);

// To whom tickets went that belong to no account; any of it may be empty. Forgotten with the names of the show's guests.
struct CounterBuyer {
  std::string name, email;
  std::string locale = "id";  // of the mail: "id" or "en"
};

}  // namespace gelora::booking
