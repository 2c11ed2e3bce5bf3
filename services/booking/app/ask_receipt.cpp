#include "booking/app/ask_receipt.hpp"

#include <algorithm>

#include "booking/storage/receipts.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_an_hour = 3;

}  // namespace

Task<AskReceiptOutcome> ask_receipt(App& app, BookingId booking, UserId user) {
  const auto show = co_await show_of_booking(app.pool, booking, user);
  if (!show) co_return NoSuchBooking{};
  const auto tickets = co_await tickets_of(app.pool, booking);
  const bool any = std::any_of(tickets.begin(), tickets.end(),
                               [user](const TicketView& one) { return one.status == TicketStatus::valid && one.owner == user; });
  if (!any) co_return NoValidTicket{};
  auto body = [&app, booking, user](mysql::Connection& db) -> Task<AskReceiptOutcome> {
    const Instant now = app.clock.now();
    const auto before = co_await lock_repeats(db, booking, now);
    if (!before) co_return NoValidTicket{};
    if (before->size() >= most_an_hour) co_return AskedTooOften{before->at(before->size() - most_an_hour) + 1h - now};
    const Receipt again{app.ids.next(now), booking, user, ReceiptKind::tickets_again, "{}", now};
    co_await put_receipt(db, again);
    co_return MailPromised{};
  };
  co_return co_await app.pool.transaction(body);
}

}  // namespace gelora::booking
