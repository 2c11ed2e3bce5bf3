// Use case: once a day each provider's own list is compared with ours, both ways. A difference is looked up and closed, or, when
// it stays, becomes a finding for a person.
#pragma once
#include "payment/app/app.hpp"

namespace gelora::payment {

// Compares what was begun since the last time, up to ten minutes ago, and looks at what is disputed. What fails by itself is a
// finding. Throws base::Unavailable when the provider is away; all is compared again then.
Task<Comparison> compare(App& app, Provider& provider);

// Runs until the loop stops; soon again while the provider is away.
Task<> keep_comparing(App& app, Provider& provider, Duration every);

}  // namespace gelora::payment
