// A payment: its states and what an event does to them. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.hpp"
#include "base/money.hpp"
#include "base/time.hpp"

namespace gelora::payment {

using namespace base;

// Numbers are those of the database.
enum class Status : std::uint8_t {
  intended = 0,  // written before the provider was called
  pending = 1,
  captured = 2,
  failed = 3,
  expired = 4,
  refund_pending = 5,
  refunded = 6,
  partially_refunded = 7,
};
// As the contract names it: an intended payment is pending to the buyer.
std::string_view name_of(Status status);

// What to do with money that the provider reports as taken.
enum class CaptureFate {
  keep,              // the first for this payment: booking-service is told
  give_back_second,  // the payment has its money already
  give_back_amount,  // another amount or currency than was asked for
};
CaptureFate fate_of_capture(Status status, Money asked, Money captured);
// Why the money goes back, for the record; empty for keep.
std::string_view reason_of(CaptureFate fate);

// Whether the provider's session may still bring money.
bool is_open(Status status);

}  // namespace gelora::payment
