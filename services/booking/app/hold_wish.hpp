// What a fan asks to hold, by the ids that the caller knows, and what is wrong with it whoever else buys. Pure.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "booking/domain/show.hpp"
#include "seat_inventory/seat_inventory.hpp"

namespace gelora::booking {

// One of the three ways.
struct HoldWish {
  std::vector<seats::SeatNo> seat_nos;
  struct Best {
    std::optional<ZoneId> zone;
    std::uint32_t quantity = 0;
    std::optional<std::int64_t> max_price_minor;  // of one seat, without its fee
  };
  std::optional<Best> best;
  std::vector<std::pair<ZoneId, std::uint32_t>> standing;
  std::string access_code{};  // of a presale; empty: none
};

enum class WishFault {
  no_such_seat,
  seat_twice,
  no_such_zone,
  zone_twice,
  zone_has_seats,    // asked for by number of people
  zone_is_standing,  // asked for the best seat in it
  standing_only,     // the whole show, asked for the best seats
};
struct FaultAt {
  WishFault fault;
  std::size_t index = 0;  // in seat_nos or standing
  friend bool operator==(const FaultAt&, const FaultAt&) = default;
};

// All that is wrong; none when the show has what is asked for, free or not.
std::vector<FaultAt> faults_of(const HoldWish& wish, const Show& show);

// Of a wish without faults.
seats::Selection to_selection(const Show& show, const HoldWish& wish);

std::optional<seats::ZoneIndex> index_of(const Show& show, ZoneId id);

}  // namespace gelora::booking
