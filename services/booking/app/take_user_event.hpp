// Use case: user-service tells what became of a person.
//   user.erased {user_id} → bookings that wait for payment are cancelled, the names on the others and on their tickets go,
//                           as do their places in waitlists;
//   places,
//                           money and codes stay
#pragma once
#include "booking/app/take_payment_event.hpp"

namespace gelora::booking {

Task<TakeEventOutcome> take_user_event(App& app, outbox::Event event);

}  // namespace gelora::booking
