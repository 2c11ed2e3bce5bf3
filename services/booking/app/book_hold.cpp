#include "booking/app/book_hold.hpp"

#include <sodium.h>

namespace gelora::booking {

Task<BookHoldResult> book_hold(App& app, HoldId hold, UserId user, std::map<seats::SeatNo, std::string> attendees,
                               Intent intent) {
  const auto show = co_await show_of_hold(app.pool, hold, user);
  if (!show) co_return NoSuchHold{};
  std::uint64_t random = 0;
  randombytes_buf(&random, sizeof random);
  BookHold command{app.ids.make<BookingId>(app.clock.now()), hold, user, reference_from(random), std::move(attendees), intent};
  auto outcome = co_await app.box_office.submit(*show, std::move(command));
  if (const auto* booked = std::get_if<Booked>(&outcome)) {
    auto booking = co_await find_booking(app.pool, booked->id, user);
    if (!booking) throw std::runtime_error("booking " + booked->id.text() + " is not where it was written");
    booking->status = BookingStatus::awaiting_payment;  // as it was answered first, also when the answer is asked for again
    booking->tickets.clear();
    co_return std::move(*booking);
  }
  co_return std::visit(
      [](auto&& refusal) -> BookHoldResult {
        if constexpr (std::is_same_v<std::decay_t<decltype(refusal)>, Booked>) return NoSuchHold{};
        else return std::move(refusal);
      },
      std::move(outcome));
}

}  // namespace gelora::booking
