// Which wallets a ticket can go into.
#pragma once
#include "booking/api/api.hpp"

namespace gelora::booking {

// Of "apple" and "google".
boost::json::array wallets_of(const wallet::Keys& keys, const TicketView& ticket, const Show& show, Instant now);

}  // namespace gelora::booking
