// A show is cancelled: each of its bookings is ended at its desk, and nobody can book any more. Done twice, it changes nothing.
#pragma once
#include "booking/box_office/box_office.hpp"

namespace gelora::booking {

// What calling off asks of a database. Implemented over MySQL in app/, and in memory in the simulation. All throw
// base::Unavailable.
class CallOffBook {
 public:
  virtual ~CallOffBook() = default;
  // As it is by now: cancelled.
  virtual Task<std::shared_ptr<const Show>> show(ShowId show) = 0;
  // Some of its bookings that are not ended, by id, above `after`; none when there are no more.
  virtual Task<std::vector<BookingId>> open_bookings(ShowId show, BookingId after) = 0;
  // It is done, unless the show's lease was taken anew after `epoch`: another desk may have sold what was not seen here.
  virtual Task<> finish(ShowId show, std::uint64_t epoch) = 0;
};

// Nothing when the show's desk is not here. What could not be done is to be tried again a little later.
Task<> call_off(BoxOffice& box_office, CallOffBook& book, ShowId show);

}  // namespace gelora::booking
