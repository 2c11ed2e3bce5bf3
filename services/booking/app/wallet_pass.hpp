// A ticket as the wallet of a phone has it.
#pragma once
#include "booking/app/purchase.hpp"
#include "wallet/pass.hpp"

namespace gelora::booking {

// Of the purchase's first ticket, with its fixed code. `public_url` is the origin of our pages.
wallet::Pass wallet_pass(const Purchase& purchase, const TicketSigner& signer, const std::string& public_url);

}  // namespace gelora::booking
