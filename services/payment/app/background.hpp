// The work that nobody asks for: the reconciler (a webhook may never come), the closing of sessions at pay_by, and refunds.
#pragma once
#include "payment/app/app.hpp"

namespace gelora::payment {

// Each runs until the loop stops.
Task<> check_payments(App& app);
Task<> send_refunds(App& app);

}  // namespace gelora::payment
