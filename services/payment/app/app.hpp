// What the use cases share. Each use case is a function in a file of its own in this folder.
#pragma once
#include <map>
#include <string>

#include "payment/books/books.hpp"
#include "payment/clients/booking.hpp"
#include "payment/providers/provider.hpp"

namespace gelora::payment {

struct App {
  Books& books;
  Bookings& booking;
  std::map<std::string, Provider*, std::less<>> providers;
  std::function<void()> told;  // something was just written for booking-service
  IdGenerator& ids;
  const Clock& clock;
  std::string public_url;  // of the edge, for the way back from the provider
};

// The provider of a payment that was made before; throws base::Unavailable when it is not configured any more.
Provider& provider_of(const App& app, const PaymentRow& payment);

}  // namespace gelora::payment
