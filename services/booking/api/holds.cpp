#include <sodium.h>
#include <boost/json/array.hpp>

#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "booking/app/end_hold_or_booking.hpp"
#include "booking/app/hold_seats.hpp"
#include "http/address_prefix.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

constexpr std::size_t most_places = 100;  // of one hold, whatever the show's limit

Hash128 blake2b(std::string_view text) {
  Hash128 hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  return hash;
}

void read_seat_nos(http::ObjectReader& reader, HoldWish& wish, http::FieldFaults& faults, std::size_t most) {
  const auto* list = reader.array("seat_nos", 1, most);
  if (list == nullptr) return;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto& one = (*list)[i];
    if (!one.is_int64() || one.get_int64() < 0 || one.get_int64() > UINT32_MAX) {
      faults.add("/seat_nos/" + std::to_string(i), "must be the number of a seat");
    } else {
      wish.seat_nos.push_back(static_cast<seats::SeatNo>(one.get_int64()));
    }
  }
}

void read_best(http::ObjectReader& reader, HoldWish& wish, http::FieldFaults& faults, std::size_t most) {
  const auto* object = reader.object("best_available");
  if (object == nullptr) return;
  http::ObjectReader best(*object, "/best_available", faults);
  wish.best.emplace();
  if (const auto zone = best.optional_id("zone_id")) wish.best->zone = ZoneId{*zone};
  wish.best->quantity = static_cast<std::uint32_t>(best.integer("quantity", 1, static_cast<std::int64_t>(most)).value_or(0));
  wish.best->max_price_minor = best.optional_integer("max_price_minor", 0, INT64_MAX);
  best.unknown_members();
}

void read_standing(http::ObjectReader& reader, HoldWish& wish, http::FieldFaults& faults, std::size_t most) {
  const auto* list = reader.array("standing", 1, 20);
  if (list == nullptr) return;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const std::string pointer = "/standing/" + std::to_string(i);
    if (!(*list)[i].is_object()) {
      faults.add(pointer, "must be an object");
      continue;
    }
    http::ObjectReader one((*list)[i].get_object(), pointer, faults);
    const auto zone = one.id("zone_id");
    const auto quantity = one.integer("quantity", 1, static_cast<std::int64_t>(most));
    one.unknown_members();
    if (zone && quantity) wish.standing.emplace_back(ZoneId{*zone}, static_cast<std::uint32_t>(*quantity));
  }
}

std::variant<HoldWish, Answer> read_wish(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  HoldWish wish = read_hold_wish(reader, faults, most_places);
  wish.access_code = reader.optional_text("access_code", 1, 40).value_or("");
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return wish;
}

Answer answer(const GrantedAt& granted) {
  const auto& hold = granted.hold;
  return http::json_answer(hold_text(*granted.show, hold.id, hold.places, hold.placement, hold.expires_at, HoldStatus::active),
                           201);
}

}  // namespace

HoldWish read_hold_wish(http::ObjectReader& reader, http::FieldFaults& faults, std::size_t most) {
  HoldWish wish;
  const int ways = reader.has("seat_nos") + reader.has("best_available") + reader.has("standing");
  if (ways != 1) faults.add("", "must have exactly one of seat_nos, best_available, standing");
  if (reader.has("seat_nos")) read_seat_nos(reader, wish, faults, most);
  if (reader.has("best_available")) read_best(reader, wish, faults, most);
  if (reader.has("standing")) read_standing(reader, wish, faults, most);
  return wish;
}

Intent intent_of(const Request& request) {
  std::string scope = request.caller->user.text();
  scope += ' ';
  scope += boost::beast::http::to_string(request.method);
  scope += ' ';
  scope += request.path;
  scope += ' ';
  scope += request.idempotency_key();
  return {blake2b(scope), blake2b(request.body)};
}

Task<Answer> create_hold(Api& api, Request& request) {
  const auto show = parse_id_as<ShowId>(request.params[0]);
  if (!show) co_return nothing_here();
  auto wish = read_wish(request);
  if (auto* refused = std::get_if<Answer>(&wish)) co_return std::move(*refused);
  const std::uint64_t network = std::hash<std::string>{}(http::address_prefix(request.peer_address));
  const auto outcome =
      co_await hold_seats(api.app, *show, request.caller->user, std::get<HoldWish>(std::move(wish)), intent_of(request), network);
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> get_hold(Api& api, Request& request) {
  const auto id = parse_id_as<HoldId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto hold = co_await find_hold(api.app.pool, *id, request.caller->user);
  const auto show = hold ? api.pages.find(hold->show) : nullptr;
  if (!show) co_return nothing_here();
  const bool over = hold->status == HoldStatus::active && hold->expires_at <= api.app.clock.now();
  co_return http::json_answer(
      hold_text(*show, hold->id, hold->places, hold->placement, hold->expires_at, over ? HoldStatus::expired : hold->status));
}

Task<Answer> release_hold(Api& api, Request& request) {
  const auto id = parse_id_as<HoldId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto outcome = co_await release_hold(api.app, *id, request.caller->user);
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

}  // namespace gelora::booking
