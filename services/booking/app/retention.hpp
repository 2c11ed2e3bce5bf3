// What is forgotten by itself: guests' names half a year after their show, and which events were taken after a month. And what
// moves out of the way: 400 days after a show its journal goes to `journal_history`, and its holds that came to nothing go for
// good.
#pragma once
#include "base/time.hpp"
#include "mysql/pool.hpp"

namespace gelora::booking {

// Once an hour, until the loop stops.
loop::Task<> keep_forgetting(mysql::Pool& pool, const base::Clock& clock);

}  // namespace gelora::booking
