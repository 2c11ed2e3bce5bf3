#include "payment/domain/ledger.hpp"

namespace gelora::payment {

std::string accounts::at(const PaymentRow& payment) {
  return payment.at_counter() ? payment.provider + ":" + payment.method : "provider:" + payment.provider;
}

Posting move(std::string cause, Money amount, std::string from, std::string to) {
  CHECK(amount.amount_minor > 0 && from != to);
  return {std::move(cause), amount.currency, {{std::move(from), -amount.amount_minor}, {std::move(to), amount.amount_minor}}};
}

}  // namespace gelora::payment
