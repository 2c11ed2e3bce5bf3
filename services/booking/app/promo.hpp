// Use case: what a promo code is worth for some places, and its use for a booking that is about to be made.
#pragma once
#include "booking/app/app.hpp"
#include "booking/app/code_guesses.hpp"
#include "booking/storage/promo_codes.hpp"

namespace gelora::booking {

// What a code is made of: 1 to 40 letters, digits, - and _.
bool is_promo_code(std::string_view text);

struct UsableCode {
  PromoCode code;
  Discount discount;
};
using CodeLook = std::variant<UsableCode, PromoInvalid, TooManyGuesses>;
// Whether the code gives this person anything for these places now; does not claim it.
Task<CodeLook> look_at_code(App& app, std::shared_ptr<const Show> show, UserId user, std::string code,
                            std::vector<seats::SeatNo> places);

// Gives uses back whose bookings ended unpaid; runs until the loop stops.
Task<> keep_settling_promo_uses(mysql::Pool& pool, const Clock& clock);

}  // namespace gelora::booking
