// What is not kept for ever, in SQL.
#pragma once
#include <optional>
#include <vector>

#include "booking/domain/booking.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using loop::Task;

// Within the caller's transaction: the names on a person's bookings, tickets and invoices go, whom they offered tickets to, and
// the mails that wait.
Task<> forget_names(mysql::Connection& db, UserId owner);
// Bookings of a person that wait for their payment.
Task<std::vector<BookingId>> unpaid_bookings_of(mysql::Pool& pool, UserId owner);

// A show that began before `before` and whose guests' names are still kept.
Task<std::optional<ShowId>> show_with_old_names(mysql::Pool& pool, Instant before);
// A thousand at a time.
Task<> forget_names_of_show(mysql::Pool& pool, ShowId show);

// Whom tickets were offered to before `before`: at most 1000 at once. How many were forgotten.
Task<std::uint64_t> forget_offers_before(mysql::Pool& pool, Instant before);

// Events taken before `before`: their sender has long been told. How many went: at most 1000 at once.
Task<std::uint64_t> sweep_inbox(mysql::Pool& pool, Instant before);

}  // namespace gelora::booking
