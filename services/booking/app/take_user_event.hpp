// Use case: user-service tells what became of a person.
//   user.erased {user_id} → the names on that person's bookings and tickets go; places, money and codes stay
#pragma once
#include "booking/app/take_payment_event.hpp"

namespace gelora::booking {

Task<TakeEventOutcome> take_user_event(App& app, outbox::Event event);

}  // namespace gelora::booking
