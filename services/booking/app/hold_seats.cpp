#include "booking/app/hold_seats.hpp"

namespace gelora::booking {
namespace {

Task<HoldSeatsOutcome> place(App& app, ShowId id, HoldWish wish, PlaceHold command) {
  const auto found = app.shows.find(id);
  if (found == app.shows.end()) co_return NoSuchShow{};
  const auto show = found->second;
  auto faults = faults_of(wish, *show);
  if (!faults.empty()) co_return WishIsWrong{std::move(faults), wish.best.has_value()};
  const Instant now = app.clock.now();
  if (!wish.access_code.empty() && show->in_presale(now)) {
    if (const auto left = app.guesses.wait(command.user, now)) co_return TooManyGuesses{*left};
    if (!show->presale->is_code(wish.access_code)) app.guesses.missed(command.user, now);  // at once: many may be on their way
  }
  command.access_code = std::move(wish.access_code);
  command.id = app.ids.make<HoldId>(now);
  command.selection = to_selection(*show, wish);
  auto outcome = co_await app.box_office.submit(id, std::move(command));
  co_return std::visit(
      [&show](auto&& one) -> HoldSeatsOutcome {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, HoldGranted>) return GrantedAt{show, std::move(one)};
        else return std::move(one);
      },
      std::move(outcome));
}

}  // namespace

Task<HoldSeatsOutcome> hold_seats(App& app, ShowId show, UserId user, HoldWish wish, Intent intent, std::uint64_t network) {
  PlaceHold command;
  command.user = user;
  command.intent = intent;
  command.network = network;
  return place(app, show, std::move(wish), std::move(command));
}

Task<HoldSeatsOutcome> keep_seats(App& app, ShowId show, Kept kept, HoldWish wish, Intent intent) {
  PlaceHold command;
  command.intent = intent;
  command.kept = std::move(kept);
  return place(app, show, std::move(wish), std::move(command));
}

}  // namespace gelora::booking
