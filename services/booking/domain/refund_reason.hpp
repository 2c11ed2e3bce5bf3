// Why money goes back, named in events and receipts as payment-service names it. What else stands there are an organiser's words.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace gelora::booking {

enum class RefundReason : std::uint8_t {
  organiser,           // in words of their own
  second_payment,      // another payment of the booking was taken before
  second_capture,      // the provider took the same payment twice
  wrong_amount,        // not what the booking costs
  wrong_account,       // it went to an account that is not ours
  late,                // paid after the booking's end, and nothing as good was left
  cancelled,           // paid after the booking was cancelled
  cancelled_by_buyer,  // tickets given back by the show's rule
  declined,            // other seats were given, and the buyer did not want them
  show_cancelled,
  dispute_lost,  // the buyer's bank took it
  at_provider,   // by a person, at the provider
  rest,          // what is left of a price when the tickets were lost to either of these
  nothing_left,  // of what was asked for: no money moves
};
inline constexpr RefundReason last_refund_reason = RefundReason::nothing_left;

std::string_view name_of(RefundReason reason);
// Nothing for an organiser's words.
std::optional<RefundReason> refund_reason_of(std::string_view name);
// Of money that was never the booking's.
bool is_of_excess(RefundReason reason);

}  // namespace gelora::booking
