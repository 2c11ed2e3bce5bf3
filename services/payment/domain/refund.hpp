// A refund: its states and the steps between them. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "payment/domain/payment.hpp"

namespace gelora::payment {

// Numbers are those of the database.
enum class RefundState : std::uint8_t {
  reserved = 1,   // the money is set aside, and booking-service is asked to void the tickets
  due = 2,        // to be sent to the provider
  sent = 3,       // the provider has it, and has not finished
  succeeded = 4,  // the money is back
  failed = 5,     // the provider will not do it
  refused = 6,    // booking-service did not void the tickets: they are used, or were void
  returned = 7,   // it had succeeded, and the provider took it back weeks later: the buyer has nothing
};
// As the contract names it: pending, succeeded, failed.
std::string_view name_of(RefundState state);
bool is_open(RefundState state);

enum class RefundStep {
  tickets_void,
  tickets_stay,
  provider_has_it,
  provider_did_it,  // also after it had said that it never would
  provider_refused,
  provider_took_it_back,
};
// Nothing when that step cannot be taken from there.
std::optional<RefundState> after(RefundState state, RefundStep step);

struct Refund {
  std::uint64_t id = 0;  // also the provider's idempotency key
  std::uint64_t capture = 0;
  Money amount;
  RefundState state = RefundState::due;
  std::string reason;               // at most 40 characters: late, second-payment, requested, …
  std::string provider_ref;         // empty until the provider has answered
  std::vector<TicketId> tickets;    // that it is for; empty: all, or none
  bool used_too = false;            // tickets that were used are refunded as well
  UserId by;                        // 0: nobody asked, the rules did
  std::string key_hash, body_hash;  // of the request, where there was one
  bool goodwill = false;            // the tickets stay
  Instant created_at;
  UserId paid_by = {};  // who handed the money over, of a payment at the counter; only while that is written
};

// A dispute, as the provider tells of it.
enum class DisputeState : std::uint8_t { open = 1, won = 2, lost = 3 };
enum class DisputeStep { we_won, we_lost };
std::optional<DisputeState> after(DisputeState state, DisputeStep step);

struct Dispute {
  std::uint64_t id = 0;
  std::uint64_t capture = 0;
  std::string ref;
  Money amount;
  DisputeState state = DisputeState::open;
  std::int64_t held = 0;  // of `amount`, what was left of the capture: we have no more to lose
};

}  // namespace gelora::payment
