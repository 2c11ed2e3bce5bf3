#include "booking/box_office/lease_moves.hpp"

#include <algorithm>

namespace gelora::booking {

LeaseMoves moves(const Directory& directory, std::string_view owner, const std::set<ShowId>& here) {
  LeaseMoves result;
  const std::size_t instances = std::max<std::size_t>(directory.instances, 1);
  const std::size_t share = (directory.leases.size() + instances - 1) / instances;
  std::size_t mine = 0;
  std::set<ShowId> withdrawn = here;
  for (const auto& lease : directory.leases) {
    const bool open_here = here.contains(lease.show);
    withdrawn.erase(lease.show);
    if (lease.owner == owner) {
      ++mine;
      if (!open_here) result.open.push_back(lease.show);
      else if (mine > share && result.hand_over.empty()) result.hand_over.push_back(lease.show);
    } else if (open_here && !lease.owner.empty()) {
      result.drop.push_back(lease.show);
    }
  }
  for (const auto& lease : directory.leases) {
    if (!lease.owner.empty() || mine >= share) continue;
    result.open.push_back(lease.show);
    ++mine;
  }
  result.drop.insert(result.drop.end(), withdrawn.begin(), withdrawn.end());
  return result;
}

}  // namespace gelora::booking
