// What must be true of the books, the provider and the desk together, whatever happened.
#pragma once
#include "payment/simulation/bank.hpp"
#include "payment/simulation/books.hpp"
#include "payment/simulation/desk.hpp"

namespace gelora::payment::simulation {

// Once everything works again: no payment is open a minute after it was to be closed. Empty when that is so.
std::string overdue(const SimulatedBooks& books, Instant healed, Instant now);
// When all has come to rest; the first promise that was broken, or nothing.
std::string verdict(const SimulatedBooks& books, const SimulatedProvider& bank, const SimulatedBookings& desk);

}  // namespace gelora::payment::simulation
