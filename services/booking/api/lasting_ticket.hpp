// A ticket that leaves our pages with a code that stays as it is: on paper, into a wallet.
#pragma once
#include "booking/api/api.hpp"
#include "booking/app/purchase.hpp"

namespace gelora::booking {

bool can_be_shown(TicketStatus status);

// The caller's ticket that the path names, as the only one of its purchase; or why not. `rotates`: its code changes, and its
// organiser lets no other in.
Task<std::variant<Purchase, Answer>> lasting_ticket(Api& api, Request& request, Answer rotates);

}  // namespace gelora::booking
