// What the mail of each kind of receipt says.
#pragma once
#include "booking/app/show_letter.hpp"
#include "booking/domain/refund_reason.hpp"

namespace gelora::booking {

// `detail` of a refund or a late refund.
struct RefundDetail {
  Money amount;
  RefundReason reason = RefundReason::organiser;
  std::string words;          // an organiser's
  bool corrects_sale = true;  // what was sold is less than before: not so when the money never belonged to the booking
};
// Throws for what is none.
RefundDetail refund_detail(const Receipt& receipt);

// Throws when the receipt's detail is not that of its kind.
Letter receipt_letter(const Receipt& receipt, const Purchase& purchase, Language language, const std::string& public_url);

}  // namespace gelora::booking
