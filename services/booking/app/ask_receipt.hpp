// Use case: a buyer wants the mail with the tickets once more. At most three times an hour.
#pragma once
#include "booking/app/app.hpp"

namespace gelora::booking {

struct MailPromised {};
struct NoValidTicket {};  // not confirmed yet, or nothing is left of it
struct AskedTooOften {
  Duration left;  // until the next may be asked for
};
using AskReceiptOutcome = std::variant<MailPromised, NoSuchBooking, NoValidTicket, AskedTooOften>;

Task<AskReceiptOutcome> ask_receipt(App& app, BookingId booking, UserId user);

}  // namespace gelora::booking
