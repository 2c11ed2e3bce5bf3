// Use case: somebody at the counter hands over the money of a refund that waits there.
#pragma once
#include <variant>

#include "payment/app/app.hpp"

namespace gelora::payment {

struct PaidOut {  // now, or before by whoever it was
  Refund refund;
};
struct PayoutNotDue {
  std::string_view because;  // provider: it is not a counter's; reserved: its tickets are not void yet; failed: the tickets stay
};
using PayOutOutcome = std::variant<PaidOut, PayoutNotDue>;

// `refund` is one of `payment`, and `by` may pay it out.
Task<PayOutOutcome> pay_out(App& app, PaymentId payment, std::uint64_t refund, UserId by);

}  // namespace gelora::payment
