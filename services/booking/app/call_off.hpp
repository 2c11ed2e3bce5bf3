// Use case: a show is cancelled. One job over all its bookings, page by page, at the instance that has the show's desk; what was
// done is in the database, so that a restart goes on where it was.
#pragma once
#include "booking/app/app.hpp"
#include "booking/storage/catalogue.hpp"
#include "booking/storage/halls.hpp"

namespace gelora::booking {

// Runs the jobs there are, until the loop stops.
Task<> keep_calling_off(App& app, Halls& halls, TimeLimits limits);

}  // namespace gelora::booking
