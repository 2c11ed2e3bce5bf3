#include "booking/app/book_hold.hpp"

#include <sodium.h>
namespace gelora::booking {
namespace {

// The use of the code is claimed for `id`. Nothing when the desk has to speak first: it knows this request, or the hold is
// not one to book.
using CodeClaim = std::variant<std::monostate, UsableCode, PromoInvalid, TooManyGuesses, KeyInFlight>;
Task<CodeClaim> claim_code(App& app, const BookingWish& wish, BookingId id) {
  const auto hold = co_await find_hold(app.pool, wish.hold, wish.user);
  if (!hold || hold->status != HoldStatus::active) co_return std::monostate{};
  const auto show = app.shows.find(hold->show);
  if (show == app.shows.end()) co_return std::monostate{};
  auto look = co_await look_at_code(app, show->second, wish.user, wish.promo_code, hold->places);
  if (const auto* invalid = std::get_if<PromoInvalid>(&look)) co_return *invalid;
  if (const auto* many = std::get_if<TooManyGuesses>(&look)) co_return *many;
  auto& usable = std::get<UsableCode>(look);
  const PromoClaim claim{id, wish.hold, wish.user, app.clock.now()};
  const auto claimed = co_await claim_use(app.pool, usable.code, claim);
  if (std::holds_alternative<ClaimedBefore>(claimed)) co_return KeyInFlight{};
  if (const auto* invalid = std::get_if<PromoInvalid>(&claimed)) co_return *invalid;
  co_return std::move(usable);
}

}  // namespace

Task<BookHoldResult> book_hold(App& app, BookingWish wish) {
  const auto show = co_await show_of_hold(app.pool, wish.hold, wish.user);
  if (!show) co_return NoSuchHold{};
  std::uint64_t random = 0;
  randombytes_buf(&random, sizeof random);
  const auto id = app.ids.make<BookingId>(app.clock.now());
  BookHold command{id, wish.hold, wish.user, reference_from(random), wish.attendees, wish.intent, std::nullopt, 0};
  if (!wish.promo_code.empty()) {
    auto claimed = co_await claim_code(app, wish, id);
    if (const auto* invalid = std::get_if<PromoInvalid>(&claimed)) co_return *invalid;
    if (const auto* many = std::get_if<TooManyGuesses>(&claimed)) co_return *many;
    if (std::holds_alternative<KeyInFlight>(claimed)) co_return KeyInFlight{};
    if (auto* usable = std::get_if<UsableCode>(&claimed)) {
      command.discount = std::move(usable->discount);
      command.promo = usable->code.id;
    }
  }
  const bool has_use = command.discount.has_value();
  auto outcome = co_await app.box_office.submit(*show, std::move(command));  // a use that is left behind is swept
  const auto* booked = std::get_if<Booked>(&outcome);
  const bool made_by_us = booked != nullptr && booked->id == id;
  if (has_use && !made_by_us) co_await give_use_back(app.pool, id);
  if (booked != nullptr) {
    auto booking = co_await find_booking(app.pool, booked->id, wish.user);
    if (!booking) throw std::runtime_error("booking " + booked->id.text() + " is not where it was written");
    if (booking->total.amount_minor > 0) {  // as it was answered first, also when the answer is asked for again
      booking->status = BookingStatus::awaiting_payment;
      booking->tickets.clear();
    }
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
