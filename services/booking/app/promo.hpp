// Use case: what a promo code is worth for some places, and its use for a booking that is about to be made.
#pragma once
#include "booking/app/app.hpp"
#include "booking/storage/promo_codes.hpp"

namespace gelora::booking {

struct UsableCode {
  PromoCode code;
  Discount discount;
};
// Whether the code gives anything for these places now; does not claim it.
Task<std::variant<UsableCode, PromoInvalid>> look_at_code(App& app, std::shared_ptr<const Show> show, std::string code,
                                                          std::vector<seats::SeatNo> places);

// Gives uses back whose bookings ended unpaid; runs until the loop stops.
Task<> keep_settling_promo_uses(mysql::Pool& pool, const Clock& clock);

}  // namespace gelora::booking
