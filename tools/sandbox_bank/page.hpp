// The hosted payment page: plain HTML, works without script.
#pragma once
#include <string>

#include "ledger.hpp"

namespace gelora::bank {

std::string payment_page(const SessionRow& session, bool english);

}  // namespace gelora::bank
