// What an organiser sets for a show, and shows that are called off. Every statement is scoped to the organisation.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "booking/domain/show.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using loop::Task;

// What a zone asks for a place, in minor units of the show's currency.
struct ZoneTerms {
  std::size_t zone = 0;                                // by index
  std::optional<std::int64_t> price, fee;              // none: as it was
  std::optional<std::optional<std::uint32_t>> tax_bp;  // none: as it was; of nothing: the show's rate
};
struct SellingRules {
  std::optional<Tax> tax;                                // none: as it was
  std::optional<std::optional<RefundRule>> refund_rule;  // none: as it was; of nothing: tickets are not taken back
  std::vector<ZoneTerms> zones;
};
// False when the organisation has no such show. Bookings that were made keep what they were told.
Task<bool> set_selling_rules(mysql::Pool& pool, ShowId show, std::uint64_t organisation, SellingRules rules);

struct Cancellation {
  ShowId show;
  std::string reason;
  bool done = false;
  std::uint64_t bookings_total = 0, bookings_done = 0, last_booking = 0;
  Instant started_at, finished_at;
};
// The show is cancelled from here on, and the job over its bookings is there; asked again, the one that is there. Nothing when
// the organisation has no such show.
Task<std::optional<Cancellation>> begin_cancellation(mysql::Pool& pool, ShowId show, std::uint64_t organisation, UserId by,
                                                     std::string reason, Instant now);
struct CancellationProgress {
  Cancellation job;
  std::uint64_t refunds_pending = 0, refunds_done = 0;  // bookings whose money is on its way, or back
};
Task<std::optional<CancellationProgress>> find_cancellation(mysql::Pool& pool, ShowId show, std::uint64_t organisation);

// The job itself.
Task<std::vector<Cancellation>> running_cancellations(mysql::Pool& pool);
Task<std::vector<BookingId>> bookings_after(mysql::Pool& pool, ShowId show, std::uint64_t last, std::size_t limit);
// `done` bookings up to `last` are dealt with; nothing changes when another process has noted that already.
Task<> note_progress(mysql::Pool& pool, Cancellation job, std::uint64_t last, std::size_t done);
Task<> finish_cancellation(mysql::Pool& pool, ShowId show, Instant now);

}  // namespace gelora::booking
