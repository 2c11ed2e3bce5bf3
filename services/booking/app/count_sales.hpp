// Keeps what organisers see of their sales up to date with the journals.
#pragma once
#include "booking/app/app.hpp"

namespace gelora::booking {

// Until the loop stops; any number of processes may do so. About a second behind, more while a crowd buys: it yields to them.
Task<> keep_counting_sales(mysql::Pool& pool, const ShowBook& shows);

}  // namespace gelora::booking
