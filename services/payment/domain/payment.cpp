#include "payment/domain/payment.hpp"

#include "base/guards.hpp"

namespace gelora::payment {

std::string_view name_of(Status status) {
  switch (status) {
    case Status::intended:
    case Status::pending: return "pending";
    case Status::captured: return "captured";
    case Status::failed: return "failed";
    case Status::expired: return "expired";
    case Status::refund_pending: return "refund_pending";
    case Status::refunded: return "refunded";
    case Status::partially_refunded: return "partially_refunded";
  }
  return "";
}

bool is_open(Status status) { return status == Status::intended || status == Status::pending; }

bool has_money(Status status) {
  return status == Status::captured || status == Status::refund_pending || status == Status::refunded ||
         status == Status::partially_refunded;
}

std::optional<Status> after(Status status, Step step) {
  using enum Status;
  const bool unpaid = !has_money(status);
  const bool some_left = !unpaid && status != refunded;
  switch (step) {
    case Step::session_opened: return status == intended ? std::optional{pending} : std::nullopt;
    case Step::money_kept: return unpaid ? std::optional{captured} : std::nullopt;
    case Step::closed: return is_open(status) ? std::optional{expired} : std::nullopt;
    case Step::closed_after_decline: return is_open(status) ? std::optional{failed} : std::nullopt;
    case Step::refund_begun: return some_left ? std::optional{refund_pending} : std::nullopt;
    case Step::refund_undone: return !unpaid ? std::optional{captured} : std::nullopt;
    case Step::partly_refunded: return !unpaid ? std::optional{partially_refunded} : std::nullopt;
    case Step::all_refunded: return !unpaid ? std::optional{refunded} : std::nullopt;
  }
  return std::nullopt;
}

CaptureFate fate_of_capture(Status status, Money asked, Money captured, bool other_account) {
  if (base::guards::amounts_match) {
    if (other_account) return CaptureFate::give_back_account;
    if (captured != asked) return CaptureFate::give_back_amount;
  }
  return has_money(status) ? CaptureFate::give_back_second : CaptureFate::keep;
}

std::string_view reason_of(CaptureFate fate) {
  switch (fate) {
    case CaptureFate::keep: return "";
    case CaptureFate::give_back_second: return "second-capture";
    case CaptureFate::give_back_amount: return "wrong-amount";
    case CaptureFate::give_back_account: return "wrong-account";
  }
  return "";
}

}  // namespace gelora::payment
