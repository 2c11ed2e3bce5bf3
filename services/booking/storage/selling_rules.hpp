// What an organiser sets for a show, and shows that are called off. Every statement is scoped to the organisation.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "booking/storage/catalogue_changes.hpp"

namespace gelora::booking {

// What a zone asks for a place, in minor units of the show's currency.
struct ZoneTerms {
  std::size_t zone = 0;                                // by index
  std::optional<std::int64_t> price, fee;              // none: as it was
  std::optional<std::optional<std::uint32_t>> tax_bp;  // none: as it was; of nothing: the show's rate
};
struct SellingRules {
  std::optional<Tax> tax;                                // none: as it was
  std::optional<std::optional<RefundRule>> refund_rule;  // none: as it was; of nothing: tickets are not taken back
  std::optional<std::optional<Presale>> presale;         // none: as it was; of nothing: there is none
  std::optional<TicketCodes> codes;                      // none: as it was
  std::optional<bool> reentry;                           // none: as it was
  std::optional<std::map<std::string, std::vector<seats::ZoneIndex>>> gates;  // none: as they were
  std::vector<ZoneTerms> zones;
};
// False when the organisation has no such show. Bookings that were made keep what they were told.
Task<bool> set_selling_rules(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId show, SellingRules rules);
// The show with the rules that it has now, whatever `known` says of them; nothing when the organisation has no such show.
Task<std::optional<Show>> find_selling_rules(mysql::Pool& pool, Show known, std::uint64_t organisation);

struct Cancellation {
  ShowId show;
  std::string reason;
  bool done = false;
  std::uint64_t bookings_total = 0, bookings_done = 0;
  Instant started_at, finished_at;
};
// The show is cancelled from here on, and the job over its bookings is there; asked again, the one that is there. Nothing when
// the organisation has no such show.
Task<std::optional<Cancellation>> begin_cancellation(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId show,
                                                     std::string reason);
struct CancellationProgress {
  Cancellation job;
  std::uint64_t refunds_pending = 0, refunds_done = 0;  // bookings whose money is on its way, or back
};
Task<std::optional<CancellationProgress>> find_cancellation(mysql::Pool& pool, ShowId show, std::uint64_t organisation);

// What its organiser said; empty when the show is not cancelled.
Task<std::string> cancellation_reason(mysql::Pool& pool, ShowId show);

// The job itself.
Task<std::vector<ShowId>> running_cancellations(mysql::Pool& pool);
// Bookings that have tickets or may get some, by id.
Task<std::vector<BookingId>> open_bookings_of(mysql::Pool& pool, ShowId show, BookingId after, std::size_t limit);
// Some may have been made while the show was being cancelled.
Task<> count_open_bookings(mysql::Pool& pool, ShowId show);
// False when it was done before, or when the show's lease has another epoch by now.
Task<bool> finish_cancellation(mysql::Pool& pool, ShowId show, std::uint64_t epoch, Instant now);

}  // namespace gelora::booking
