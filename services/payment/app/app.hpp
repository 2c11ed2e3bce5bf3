// What the use cases share. Each use case is a function in a file of its own in this folder.
#pragma once
#include <map>
#include <string>

#include "mysql/pool.hpp"
#include "outbox/outbox.hpp"
#include "payment/clients/booking.hpp"
#include "payment/providers/provider.hpp"
#include "payment/storage/payments.hpp"

namespace gelora::payment {

struct App {
  mysql::Pool& pool;
  BookingClient& booking;
  std::map<std::string, Provider*, std::less<>> providers;
  outbox::Relay& relay;
  IdGenerator& ids;
  const Clock& clock;
  std::string public_url;  // of the edge, for the way back from the provider
};

}  // namespace gelora::payment
