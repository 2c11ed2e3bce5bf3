// What handlers for organisers share: of which shows a caller may see the money, and how they ask for a page.
#pragma once
#include "http/body.hpp"
#include "payment/storage/payments.hpp"

namespace gelora::payment {

// Owners and managers, and an admin of all.
Rights keepers_rights(const auth::Caller& caller);
// Those who stand at the counter as well.
Rights sellers_rights(const auth::Caller& caller);

struct ListWish {
  std::size_t limit = 20;
  std::optional<std::uint64_t> cursor;  // next_cursor of the page before
  ShowId show;                          // 0: of all, where not one must be named
  BookingId booking;
};
// ?limit=1…100&cursor=&show_id=&booking_id=; what is wrong with them is in `faults`.
ListWish read_list_wish(const http::Request& request, http::FieldFaults& faults);

}  // namespace gelora::payment
