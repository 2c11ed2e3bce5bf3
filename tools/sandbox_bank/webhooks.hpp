// Sends the webhooks that are due, with the faults that tests want, and again until they are taken.
#pragma once
#include "bank.hpp"

namespace gelora::bank {

Task<> send_webhooks_forever(loop::Loop& loop, Bank& bank);

}  // namespace gelora::bank
