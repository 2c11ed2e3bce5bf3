#include "booking/app/retention.hpp"

#include "booking/storage/history.hpp"
#include "booking/storage/retention.hpp"
#include "booking/storage/waitlist.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr auto names_after_a_show = 180 * 24h;
constexpr auto taken_events = 30 * 24h;
constexpr auto offered_addresses = 30 * 24h;
constexpr auto sold_long_ago = 400 * 24h;  // refunds, disputes and the year's accounts are over
constexpr std::uint64_t entries_at_once = 2000;

Task<> archive(mysql::Pool& pool, Instant now) {
  const Instant before = now - sold_long_ago;
  std::uint64_t shows = 0, entries = 0, holds = 0;
  for (;; ++shows) {
    const auto show = co_await show_to_archive(pool, before);
    if (!show) break;
    for (bool more = true; more;) {
      const auto gone = co_await forget_ended_holds(pool, *show);
      holds += gone;
      more = gone == 1000;
    }
    const std::uint64_t entries_before = entries;
    for (bool more = true; more;) {  // last: until nothing is left it is begun again
      const auto moved = co_await archive_journal(pool, *show, before, entries_at_once);
      entries += moved;
      more = moved > 0;
    }
    if (entries == entries_before) break;  // times out of order, or another process was faster: in an hour
  }
  if (shows > 0) telemetry::info("shows of long ago were archived", {{"shows", shows}, {"entries", entries}, {"holds", holds}});
}

Task<> forget(mysql::Pool& pool, Instant now) {
  for (bool more = true; more;) {
    const auto gone = co_await sweep_inbox(pool, now - taken_events);
    more = gone == 1000;
  }
  for (bool more = true; more;) {
    const auto gone = co_await forget_offers_before(pool, now - offered_addresses);
    more = gone == 1000;
  }
  co_await forget_watches_of_ended_sales(pool, now);
  std::uint64_t shows = 0;
  for (;; ++shows) {
    const auto show = co_await show_with_old_names(pool, now - names_after_a_show);
    if (!show) break;
    co_await forget_names_of_show(pool, *show);
  }
  telemetry::info("guests' names were forgotten", {{"shows", shows}});
  co_await archive(pool, now);
}

}  // namespace

Task<> keep_forgetting(mysql::Pool& pool, const Clock& clock) {
  for (;;) {
    std::string fault;
    try {
      co_await forget(pool, clock.now());
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("retention", {{"what", fault}});
    co_await loop::sleep_for(1h);
  }
}

}  // namespace gelora::booking
