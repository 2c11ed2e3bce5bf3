// The hosted payment page: plain HTML, works without script.
#pragma once
#include <string>

#include "ledger.hpp"

namespace gelora::bank {

// qris, virtual_account, ewallet, card.
bool is_method(std::string_view word);
std::string payment_page(const SessionRow& session, bool english);

}  // namespace gelora::bank
