#include "payment/app/pay_out.hpp"

#include <algorithm>

namespace gelora::payment {
namespace {

std::string_view reason_of(Payout payout) {
  switch (payout) {
    case Payout::done: return "";
    case Payout::not_at_counter: return "provider";
    case Payout::reserved: return "reserved";
    case Payout::failed: return "failed";
  }
  return "";
}

}  // namespace

Task<PayOutOutcome> pay_out(App& app, PaymentId payment, std::uint64_t refund, UserId by) {
  PayOutOutcome outcome = PayoutNotDue{};
  const std::function<void(Bookkeeper&)> hand_over = [refund, by, &outcome](Bookkeeper& books) {
    const Payout payout = books.pay_out(refund, by);
    const auto& refunds = books.account().refunds;
    const auto one = std::find_if(refunds.begin(), refunds.end(), [refund](const Refund& any) { return any.id == refund; });
    if (payout == Payout::done) outcome = PaidOut{*one};
    else outcome = PayoutNotDue{reason_of(payout)};
  };
  co_await app.books.change(payment, {}, hand_over);
  app.told();
  co_return outcome;
}

}  // namespace gelora::payment
