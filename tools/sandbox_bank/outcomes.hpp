// What a buyer, or the buyer's bank, can make happen to a session, and what the merchant asks for: each one transaction with the
// webhooks that tell of it.
#pragma once
#include "news.hpp"

namespace gelora::bank {

struct Desk {
  mysql::Pool& pool;
  const Teller& teller;
};

// "one, two, three", of all outcomes.
std::string outcomes_listed();
bool is_outcome(std::string_view word);
// Whether the buyer is done with the page.
bool ends_visit(std::string_view outcome);
// At once, or after `delay`.
Task<> choose(Desk desk, std::string session, std::string outcome, Duration delay, Instant now);
Task<> choose_method(Desk desk, std::string session, std::string method, Instant now);
// Makes happen whose time has come: outcomes, slow refunds, the end of sessions. Returns how many.
Task<std::size_t> perform_due(Desk desk, Instant now);

// False when the session was not open.
Task<bool> end_session(Desk desk, std::string session, Instant now);

struct RefundRequest {
  std::string key, capture, reason, details = "{}";
  std::int64_t amount_minor = 0;
};
struct NoSuchCapture {};
struct ExceedsCapture {};
struct OtherRequest {};  // the key was used for another capture or amount
using RefundOutcome = std::variant<Refund, NoSuchCapture, ExceedsCapture, OtherRequest>;
// One refund per key, however often it is asked for.
Task<RefundOutcome> refund(Desk desk, RefundRequest wish, Instant now);

}  // namespace gelora::bank
