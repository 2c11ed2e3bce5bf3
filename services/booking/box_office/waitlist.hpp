// Places that are free go to those who wait, in their order, as holds in their names. See docs/adr/0015-waitlist.md.
#pragma once
#include "booking/box_office/box_office.hpp"
#include "booking/domain/waitlist.hpp"

namespace gelora::booking {

// What serving asks of a database. Implemented over MySQL in app/, and in memory in the simulation. All throw
// base::Unavailable; what was asked may be done then.
class WaitBook {
 public:
  virtual ~WaitBook() = default;
  // Offers whose hold became a booking, was given back or lapsed.
  virtual Task<> settle(ShowId show) = 0;
  // Being served, or leaving; in order.
  virtual Task<std::vector<WaitlistEntry>> unfinished(ShowId show) = 0;
  // The first in line for the zone (0: for any) whose party is not larger than `most`, and who are not to be tried later: as
  // many as `most` places can serve.
  virtual Task<std::vector<WaitlistEntry>> first_in_line(ShowId show, ZoneId zone, std::uint32_t most, Instant now) = 0;
  // Waiting → serving, with the next attempt. False when it does not wait any more, or the show's lease was taken anew after
  // `epoch`.
  virtual Task<bool> begin_serving(WaitlistEntry entry, std::optional<seats::ZoneIndex> zone, std::uint64_t epoch) = 0;
  // Serving → offered, with the mail that is owed. False when it is not ours to offer any more.
  virtual Task<bool> offer(WaitlistEntry entry) = 0;
  // Serving → waiting, to be tried again from then on.
  virtual Task<> wait_on(WaitlistEntry entry, Instant next_try) = 0;
  // Whether anything is left of it: a person may have been erased.
  virtual Task<bool> is_known(WaitlistEntry entry) = 0;
  // Leaving → cancelled, or taken.
  virtual Task<> end_leaving(WaitlistEntry entry, WaitStatus status) = 0;
  // The sale is over for those who wait, or for those with an offer too.
  virtual Task<> end_all(ShowId show, bool offers_too) = 0;
};

struct Waitlist {
  BoxOffice& box_office;
  WaitBook& book;
  base::IdGenerator& ids;
  const base::Clock& clock;
};

std::vector<std::uint32_t> free_by_zone(const Desk& desk);

// One round. Nothing when the show's desk is not here; what could not be done is to be tried again a little later.
Task<> serve_waitlist(Waitlist& waitlist, ShowId show);

// Gives back what is held for somebody who is leaving, and ends the entry. Throws DeskElsewhere.
Task<> let_go(Waitlist& waitlist, std::shared_ptr<const Show> show, WaitlistEntry entry);

}  // namespace gelora::booking
