#include "payment/domain/ledger.hpp"

namespace gelora::payment {

std::string accounts::at(std::string_view provider) { return "provider:" + std::string{provider}; }

Posting move(std::string cause, Money amount, std::string from, std::string to) {
  CHECK(amount.amount_minor > 0 && from != to);
  return {std::move(cause), amount.currency, {{std::move(from), -amount.amount_minor}, {std::move(to), amount.amount_minor}}};
}

}  // namespace gelora::payment
