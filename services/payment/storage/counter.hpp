// Reads of what is sold and paid back at the counter, of one show of one organisation.
#pragma once
#include "payment/storage/payments.hpp"

namespace gelora::payment {

// Whose show it is, by its newest payment, when these rights are for it; nothing as well while nobody has paid for it.
Task<std::optional<std::uint64_t>> organisation_of_show(mysql::Pool& pool, ShowId show, Rights rights);

struct WaitingPayout {
  std::uint64_t refund = 0;
  BookingId booking;
  std::string reference, method, reason;
  Money amount;
  Instant since;
};
// Oldest first, those after `after`; `reference`: how their booking's begins, capital letters and digits; empty: all.
Task<std::vector<WaitingPayout>> waiting_payouts(mysql::Pool& pool, std::uint64_t organisation, ShowId show,
                                                 std::string reference, std::uint64_t after, std::size_t limit);

// What one person took and paid back in one way and currency.
struct Takings {
  UserId by;
  std::string method;
  std::uint64_t sales = 0, payouts = 0;
  Money taken, paid_out;
};
// In [from, to); of everybody, or of one person. In the order of people and ways.
Task<std::vector<Takings>> takings(mysql::Pool& pool, std::uint64_t organisation, ShowId show, std::optional<UserId> person,
                                   Instant from, Instant to);

}  // namespace gelora::payment
