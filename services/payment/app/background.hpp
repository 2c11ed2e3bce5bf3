// The work that nobody asks for: the reconciler (a webhook may never come), the closing of sessions at pay_by, refunds, and the
// comparison of each provider's list with ours.
#pragma once
#include "payment/app/app.hpp"

namespace gelora::payment {

// Each is of one provider, whose slowness is its own, and runs until the loop stops.
Task<> check_payments(App& app, loop::Loop& loop, std::string provider);
Task<> send_refunds(App& app, loop::Loop& loop, std::string provider);

}  // namespace gelora::payment
