#include "payment/domain/payment.hpp"

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

CaptureFate fate_of_capture(Status status, Money asked, Money captured) {
  if (captured != asked) return CaptureFate::give_back_amount;
  switch (status) {
    case Status::intended:
    case Status::pending:
    case Status::failed:
    case Status::expired: return CaptureFate::keep;  // late money too: booking-service decides what becomes of it
    case Status::captured:
    case Status::refund_pending:
    case Status::refunded:
    case Status::partially_refunded: return CaptureFate::give_back_second;
  }
  return CaptureFate::give_back_second;
}

std::string_view reason_of(CaptureFate fate) {
  switch (fate) {
    case CaptureFate::keep: return "";
    case CaptureFate::give_back_second: return "second-capture";
    case CaptureFate::give_back_amount: return "wrong-amount";
  }
  return "";
}

bool is_open(Status status) { return status == Status::intended || status == Status::pending; }

}  // namespace gelora::payment
