// What the databases say of money, and what is wrong about it. Pure; shares no code with the services, so that a fault there is
// not repeated here. Amounts are minor units of one currency a payment; docs/money.md says the rules in words.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace gelora::audit_money {

struct Captured {
  std::int64_t amount = 0, promised_back = 0;
  std::string currency;
  bool kept = true;
};
struct RefundFact {
  std::int64_t amount = 0;
  bool of_kept = true;  // of the money that was kept for the booking
  bool open = false;    // not at its end
  bool succeeded = false;
  bool goodwill = false;  // the tickets stayed
  bool returned = false;  // it had succeeded, and came back
  bool by_hand = false;   // at the provider
  bool waits = false;     // open, and for a person at the counter to hand it over
};
struct DisputeFact {
  std::int64_t amount = 0, claimed = 0;  // what was left of the capture, and what the buyer's bank says
  bool of_kept = true, open = false, lost = false;
};
struct PaymentFact {
  std::uint64_t id = 0, booking = 0;
  std::string currency;
  bool open = false;                                // the provider may still bring money
  std::string counter = {};                         // cash or card, when it was taken at the counter: no provider knows of it
  std::map<std::string, std::int64_t> drawer = {};  // of the counter's own lists: sold less paid out, by method
  std::vector<Captured> captures;
  std::vector<RefundFact> refunds;
  std::vector<DisputeFact> disputes;
  std::map<std::string, std::int64_t> ledger;  // balance by account; "provider" for the provider's, "counter:cash" as it is
};
struct Line {
  std::int64_t total = 0, fee = 0;
  bool live = false;  // a ticket of it lets somebody in
};
struct BookingFact {
  std::uint64_t id = 0, payment = 0;  // 0: none
  std::string currency;
  std::int64_t total = 0, refunded = 0;
  int status = 0;
  std::vector<Line> lines;
  std::size_t live_tickets = 0;
};
// Of the sandbox bank, under the payment's id as its reference.
struct BankFact {
  std::int64_t captured = 0, refunded = 0, lost = 0;
};

struct Verdict {
  std::vector<std::string> contradictions;  // money that is not accounted for, or tickets without it
  std::vector<std::string> unresolved;      // on its way, not at its end
  std::int64_t captured = 0, refunded = 0, in_tickets = 0, fees_kept = 0, goodwill = 0;
  std::int64_t at_counter = 0, to_pay_out = 0;  // what the counter holds; what of it waits to be handed over
};

struct Facts {
  std::map<std::uint64_t, PaymentFact> payments;
  std::map<std::uint64_t, BookingFact> bookings;
  bool has_bank = false;
  std::map<std::uint64_t, BankFact> bank;  // by payment
  std::vector<std::string> unbalanced;     // causes whose entries do not add up to nothing
  std::uint64_t waiting_events = 0;        // in outboxes
};

Verdict judge(const Facts& facts);

}  // namespace gelora::audit_money
