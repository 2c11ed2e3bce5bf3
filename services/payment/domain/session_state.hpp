// All that a provider knows of one session: the truth about its money. What a webhook says is only a hint to ask for it.
#pragma once
#include <string>
#include <vector>

#include "payment/domain/payment.hpp"

namespace gelora::payment {

struct ProviderCapture {
  std::string ref;
  Money amount;
  bool other_account = false;  // the money is on an account that is not ours
};
struct ProviderRefund {
  enum class State { pending, succeeded, failed } state = State::pending;
  std::uint64_t key = 0;  // the refund's id; 0 when it was not made by us
  std::string ref, capture_ref;
  Money amount;
};
struct ProviderDispute {
  enum class State { open, won, lost } state = State::open;  // won: by us
  std::string ref, capture_ref;
  Money amount;
};
// What the provider tells of in words that leave open what became of the money: for a person.
struct Unclear {
  std::string ref, what;
  Money amount;
};
struct SessionState {
  enum class Kind { open, closed } kind = Kind::open;  // closed: no more money will come of it by the buyer's hand
  bool declined = false;                               // the buyer's last try was refused; the session may still be open
  std::vector<ProviderCapture> captures;
  std::vector<ProviderRefund> refunds;
  std::vector<ProviderDispute> disputes;
  std::vector<Unclear> unclear;
};

}  // namespace gelora::payment
