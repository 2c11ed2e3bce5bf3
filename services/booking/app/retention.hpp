// What is forgotten by itself: guests' names half a year after their show, and which events were taken after a month.
#pragma once
#include "base/time.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

// Once an hour, until the loop stops.
loop::Task<> keep_forgetting(mysql::Pool& pool, const base::Clock& clock);

}  // namespace gelora::booking
