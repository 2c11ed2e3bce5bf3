// The places of a show as its journal tells them, for instances that do not sell it.
#pragma once
#include <optional>
#include <vector>

#include "booking/box_office/batch.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using mysql::Task;

// Of the last accepted change.
Task<std::uint64_t> read_version(mysql::Pool& pool, ShowId show);
// All places that are taken. What is committed meanwhile may be in it: changes told again later do no harm.
Task<std::vector<ClaimChange>> read_claims(mysql::Pool& pool, ShowId show);
struct SeatChanges {
  std::vector<ClaimChange> claims;
  std::vector<CapacityRow> capacities;
};
// What happened to places, and to their number, in versions (from, to], in order; nothing when that is more than `limit` entries.
Task<std::optional<SeatChanges>> read_changes(mysql::Pool& pool, ShowId show, std::uint64_t from, std::uint64_t to,
                                              std::size_t limit);

}  // namespace gelora::booking
