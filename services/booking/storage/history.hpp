// What shows of long ago leave behind, and what of it goes on taking room among what is sold today.
#pragma once
#include <optional>

#include "booking/domain/show.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

using loop::Task;

// A show that began before `before` and whose journal has something, and nothing younger.
Task<std::optional<ShowId>> show_to_archive(mysql::Pool& pool, Instant before);
// Moves the oldest entries of its journal that are older than `before` to `journal_history`, at most `limit` of them, in one
// transaction; two processes may do it at once. How many were moved; 0: all of them are there.
Task<std::uint64_t> archive_journal(mysql::Pool& pool, ShowId show, Instant before, std::uint64_t limit);
// Its holds that ended without a booking go, at most 1000 at once. How many went.
Task<std::uint64_t> forget_ended_holds(mysql::Pool& pool, ShowId show);

}  // namespace gelora::booking
