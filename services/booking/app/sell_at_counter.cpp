#include "booking/app/sell_at_counter.hpp"

#include <sodium.h>

#include "booking/storage/receipts.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr Duration time_at_counter = 10min;
constexpr Duration doors_stay_open = 6h;

}  // namespace

std::optional<Instant> counter_closes_at(const Show& show) {
  if (show.state == ShowState::cancelled) return std::nullopt;
  return show.starts_at + doors_stay_open;
}

Task<HoldSeatsOutcome> hold_at_counter(App& app, std::shared_ptr<const Show> show, UserId seller, HoldWish wish, Intent intent) {
  const Instant now = app.clock.now();
  const auto closes_at = counter_closes_at(*show);
  if (!closes_at || now >= *closes_at) co_return SaleClosed{};
  Kept kept{{}, seller, now + time_at_counter};
  co_return co_await keep_seats(app, show->id, std::move(kept), std::move(wish), intent);
}

Task<SellResult> sell_at_counter(App& app, std::shared_ptr<const Show> show, SellAtCounter command) {
  const auto text = co_await find_show_text(app.pool, show->id);
  if (!text) co_return NoSuchHold{};
  if (text->codes == TicketCodes::rotating) co_return CodesRotate{};
  command.description = text->artist + " · " + text->title;
  const auto closes_at = counter_closes_at(*show);
  if (!closes_at || app.clock.now() >= *closes_at) co_return SaleClosed{};
  std::uint64_t random = 0;
  randombytes_buf(&random, sizeof random);
  command.id = app.ids.make<BookingId>(app.clock.now());
  command.reference = reference_from(random);
  auto outcome = co_await app.box_office.submit(show->id, std::move(command));
  if (const auto* booked = std::get_if<Booked>(&outcome)) {
    auto sale = co_await find_counter_sale(app.pool, show->id, booked->id);
    if (!sale) throw std::runtime_error("sale " + booked->id.text() + " is not where it was written");
    co_return std::move(*sale);
  }
  co_return std::visit(
      [](auto&& refusal) -> SellResult {
        if constexpr (std::is_same_v<std::decay_t<decltype(refusal)>, Booked>) return NoSuchHold{};
        else return std::move(refusal);
      },
      std::move(outcome));
}

Task<std::optional<Contact>> contact_of_buyer(mysql::Pool& pool, UserClient& users, BookingId booking, UserId buyer) {
  if (buyer) co_return co_await users.contact(buyer);
  const auto found = co_await counter_buyers(pool, std::vector<BookingId>(1, booking));
  const auto sold_to = found.find(booking);
  if (sold_to == found.end() || sold_to->second.email.empty()) co_return std::nullopt;
  co_return Contact{sold_to->second.email, sold_to->second.name, sold_to->second.locale};
}

Task<std::map<BookingId, Contact>> contacts_of_buyers(mysql::Pool& pool, UserClient& users,
                                                      std::vector<std::pair<BookingId, UserId>> bookings) {
  std::vector<UserId> with_account;
  std::vector<BookingId> of_counter;
  for (const auto& [booking, buyer] : bookings) {
    if (buyer) with_account.push_back(buyer);
    else of_counter.push_back(booking);
  }
  std::map<UserId, Contact> accounts;
  if (!with_account.empty()) accounts = co_await users.contacts(std::move(with_account));
  const auto sold_to = co_await counter_buyers(pool, std::move(of_counter));
  std::map<BookingId, Contact> contacts;
  for (const auto& [booking, buyer] : bookings) {
    if (const auto account = accounts.find(buyer); account != accounts.end()) contacts[booking] = account->second;
    const auto at_counter = sold_to.find(booking);
    if (at_counter == sold_to.end() || at_counter->second.email.empty()) continue;
    contacts[booking] = {at_counter->second.email, at_counter->second.name, at_counter->second.locale};
  }
  co_return contacts;
}

}  // namespace gelora::booking
