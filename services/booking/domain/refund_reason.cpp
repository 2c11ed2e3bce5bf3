#include "booking/domain/refund_reason.hpp"

namespace gelora::booking {

std::string_view name_of(RefundReason reason) {
  switch (reason) {
    case RefundReason::organiser: return "organiser";
    case RefundReason::second_payment: return "second-payment";
    case RefundReason::second_capture: return "second-capture";
    case RefundReason::wrong_amount: return "wrong-amount";
    case RefundReason::wrong_account: return "wrong-account";
    case RefundReason::late: return "late";
    case RefundReason::cancelled: return "cancelled";
    case RefundReason::cancelled_by_buyer: return "cancelled-by-buyer";
    case RefundReason::declined: return "declined";
    case RefundReason::show_cancelled: return "show-cancelled";
    case RefundReason::dispute_lost: return "dispute-lost";
    case RefundReason::at_provider: return "at-provider";
    case RefundReason::rest: return "rest";
    case RefundReason::nothing_left: return "nothing-left";
  }
  return "";
}

std::optional<RefundReason> refund_reason_of(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(last_refund_reason); ++i) {
    const auto reason = static_cast<RefundReason>(i);
    if (name_of(reason) == name) return reason;
  }
  return std::nullopt;
}

bool is_of_excess(RefundReason reason) {
  using enum RefundReason;
  return reason == second_payment || reason == second_capture || reason == wrong_amount || reason == wrong_account;
}

}  // namespace gelora::booking
