#include "base/ids.hpp"
#include "base/money.hpp"
#include "base/time.hpp"
#include "fuzz/fuzz.hpp"

using namespace gelora::base;

// A time that is read is written as the same time; an id and a currency have one spelling.
FUZZ(text) {
  if (const auto time = parse_rfc3339(text)) {
    const Instant second{time->us - (time->us % 1'000'000 + 1'000'000) % 1'000'000};
    CHECK(parse_rfc3339(to_rfc3339(*time)) == second);
  }
  if (const auto id = parse_id(text)) {
    CHECK(*id > 0 && std::to_string(*id) == text);
    CHECK(parse_id_as<UserId>(text)->text() == text);
  }
  if (const auto currency = Currency::parse(text)) CHECK(currency->text() == text);
}
