// Reads what was sold at the counter. The caller knows that the show, or the booking, is theirs.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "booking/domain/booking.hpp"
#include "booking/domain/counter.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using loop::Task;

struct CounterSale {
  BookingId id;
  std::string reference;
  Instant at;
  UserId by;
  CounterMethod method = CounterMethod::cash;
  std::string reason;  // of what is complimentary; may be empty
  CounterBuyer buyer;
  BookingStatus status = BookingStatus::confirmed;
  Money total, refunded;
  std::vector<std::string> places;
};
// Newest first, those with an id below `before`; of one seller, or of all.
Task<std::vector<CounterSale>> list_counter_sales(mysql::Pool& pool, ShowId show, std::optional<UserId> seller,
                                                  std::uint64_t before, std::size_t limit);
Task<std::optional<CounterSale>> find_counter_sale(mysql::Pool& pool, ShowId show, BookingId id);

// Of those bookings that were sold at the counter.
Task<std::map<BookingId, CounterBuyer>> counter_buyers(mysql::Pool& pool, std::vector<BookingId> bookings);

}  // namespace gelora::booking
