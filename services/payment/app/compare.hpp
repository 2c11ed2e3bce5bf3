// Use case: once a day each provider's own list is compared with ours, both ways. A difference is looked up and closed, or, when
// it stays, becomes a finding for a person.
#pragma once
#include "payment/app/app.hpp"

namespace gelora::payment {

// Compares what was begun since the last time, up to ten minutes ago. Throws base::Unavailable.
Task<Comparison> compare(App& app, Provider& provider);

// Runs until the loop stops.
Task<> keep_comparing(App& app, Duration every);

}  // namespace gelora::payment
