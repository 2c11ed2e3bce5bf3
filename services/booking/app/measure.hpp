// What the box office of this process looks like, told as metrics every few seconds: desks, queue, places, unpaid bookings,
// mails that are owed. Of shows only the next 50 have a series of their own.
#pragma once
#include "booking/app/app.hpp"
#include "telemetry/metrics.hpp"

namespace gelora::booking {

// Until the loop stops.
Task<> keep_measuring(App& app, telemetry::Metrics& metrics);

}  // namespace gelora::booking
