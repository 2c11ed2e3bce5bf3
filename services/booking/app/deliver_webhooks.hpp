// Tells programs of organisations what happened: makes deliveries of the journals, and posts them. Each organisation has a few
// posts on the way at most, so that one whose receiver is slow holds up nobody else; see docs/webhooks.md.
#pragma once
#include "booking/app/receipts.hpp"
#include "http/outward.hpp"
#include "seal/seals.hpp"

namespace gelora::booking {

// Both until the loop stops; any number of processes may do so.
Task<> keep_following_journals(mysql::Pool& pool, IdGenerator& ids, const Clock& clock);
// `seals`: of the secrets that sign.
Task<> keep_delivering_webhooks(loop::Loop& loop, PostOffice& office, http::OutwardClient& client, const seal::Seals& seals,
                                telemetry::Metrics& metrics);

}  // namespace gelora::booking
