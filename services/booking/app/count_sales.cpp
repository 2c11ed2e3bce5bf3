#include "booking/app/count_sales.hpp"

#include "booking/storage/sales.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t most_entries = 5'000;  // of a journal at once: some milliseconds

// Whether there is more.
Task<bool> count_all(mysql::Pool& pool, const ShowBook& shows) {
  bool more = false;
  const auto behind = co_await shows_to_count(pool);
  for (const ShowId id : behind) {
    const auto found = shows.find(id);
    if (found == shows.end()) continue;
    const auto counted = co_await count_sales(pool, found->second, most_entries);
    more = more || counted == most_entries;
  }
  co_return more;
}

}  // namespace

Task<> keep_counting_sales(mysql::Pool& pool, const ShowBook& shows) {
  for (;;) {
    bool more = false;
    std::string fault;
    try {
      more = co_await count_all(pool, shows);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("sales cannot be counted yet", {{"what", fault}});
    const auto pause = more ? 20ms : 1000ms;
    co_await loop::sleep_for(pause);
  }
}

}  // namespace gelora::booking
