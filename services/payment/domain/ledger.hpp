// The ledger: double-entry, append-only. Every movement of money is a posting whose entries add up to nothing; balances are sums.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "payment/domain/payment.hpp"

namespace gelora::payment {

// Whose money it is. Positive amounts are what somebody owes us (the provider holds it), negative what we owe.
namespace accounts {
inline constexpr std::string_view bookings = "bookings";        // paid for bookings: the organiser's, with the fees
inline constexpr std::string_view excess = "excess";            // taken without a right to it; goes back
inline constexpr std::string_view refunds_due = "refunds_due";  // set aside, on its way back
inline constexpr std::string_view disputed = "disputed";        // held back by a provider until a dispute is decided
// Who holds the money of a payment: "provider:stripe"; "counter:cash" is in the drawer, "counter:card" with the counter's
// terminal.
std::string at(const PaymentRow& payment);
}  // namespace accounts

struct Entry {
  std::string account;
  std::int64_t amount_minor = 0;
};
struct Posting {
  std::string cause;  // "capture:71", unique: a posting is made once
  Currency currency;
  std::vector<Entry> entries;
};
// Moves `amount` (above 0): `to` has that much more, `from` that much less.
Posting move(std::string cause, Money amount, std::string from, std::string to);

}  // namespace gelora::payment
