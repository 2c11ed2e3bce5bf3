// A payment: its states and the steps between them. Pure.
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
  failed = 3,   // closed after the buyer's bank had said no
  expired = 4,  // closed, and nobody had tried
  refund_pending = 5,
  refunded = 6,
  partially_refunded = 7,
};
// As the contract names it: an intended payment is pending to the buyer.
std::string_view name_of(Status status);

// Whether the provider's session may still bring money by the buyer's hand.
bool is_open(Status status);
// Whether it has its money, or had.
bool has_money(Status status);

enum class Step {
  session_opened,
  money_kept,  // also late: booking-service decides what becomes of it
  closed,
  closed_after_decline,
  refund_begun,
  refund_undone,  // refused, or taken back by the provider, and nothing else was given back
  partly_refunded,
  all_refunded,
};
// Nothing when that step cannot be taken from there.
std::optional<Status> after(Status status, Step step);

// What to do with money that the provider reports as taken.
enum class CaptureFate {
  keep,               // the first for this payment: booking-service is told
  give_back_second,   // the payment has its money already
  give_back_amount,   // another amount or currency than was asked for
  give_back_account,  // on an account that is not ours
};
CaptureFate fate_of_capture(Status status, Money asked, Money captured, bool other_account);
// Why the money goes back, for the record; empty for keep.
std::string_view reason_of(CaptureFate fate);

// The provider of money that is taken at the counter, in cash or by its own card terminal: nobody that could be asked.
inline constexpr std::string_view counter = "counter";

// A payment as it was asked for, and how far it is.
struct PaymentRow {
  PaymentId id;
  BookingId booking;
  UserId user;
  ShowId show;
  std::uint64_t organisation = 0;  // whose show it is
  std::string provider, method;
  std::string provider_ref, checkout_url;  // empty until the provider has answered
  Status status = Status::intended;
  bool declined = false;  // the buyer's last try
  Money amount;
  std::string description;
  Instant created_at, pay_by;
  std::uint64_t checks = 0;  // by the reconciler
  std::string body_hash;

  bool at_counter() const { return provider == counter; }
};

}  // namespace gelora::payment
