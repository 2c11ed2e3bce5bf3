// Use case: a fan wants to be told when a sale opens, and is, once.
#pragma once
#include <variant>

#include "booking/app/receipts.hpp"

namespace gelora::booking {

struct Watching {};
struct NotUpcoming {};  // there is nothing to wait for
struct NoShowToWatch {};
using WatchOutcome = std::variant<Watching, NotUpcoming, NoShowToWatch>;
Task<WatchOutcome> watch_show(App& app, ShowId show, UserId user);

// Owes a mail to whoever watches a show whose sale has opened. Until the loop stops; any number of processes may do so.
Task<> keep_telling_of_openings(mysql::Pool& pool, IdGenerator& ids, const Clock& clock);

// Owes a mail to whoever has tickets for a show that got another date. As above.
Task<> keep_telling_of_moves(mysql::Pool& pool, IdGenerator& ids, const Clock& clock);

// Sends what is owed to those who watch, were offered places, or have tickets for a show that was moved. What fails is tried
// again, for good.
Task<> keep_sending_notices(PostOffice& office);

}  // namespace gelora::booking
