// Who has which show, and what one instance should do about it. Pure.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "booking/domain/show.hpp"

namespace gelora::booking {

struct Lease {
  ShowId show;
  std::uint64_t version = 0;
  std::string owner;    // empty: nobody's, or a dead process's
  std::string address;  // of the owner
};

struct Directory {
  std::vector<Lease> leases;
  std::size_t instances = 0;  // that are alive
};

// What to do about the leases, seen from one instance. Pure.
struct LeaseMoves {
  std::vector<ShowId> open, hand_over, drop;
};
// `here`: shows whose desks are open here. At most one show is handed over at a time: its callers wait for the new owner.
LeaseMoves moves(const Directory& directory, std::string_view owner, const std::set<ShowId>& here);

}  // namespace gelora::booking
