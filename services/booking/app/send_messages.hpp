// Sends messages to buyers, step by step at the pace of the site: a step's mails, and that they were written, are one
// transaction, so that whoever goes on after a crash, or beside another instance, writes to nobody twice.
#pragma once
#include "booking/app/message_limits.hpp"
#include "booking/app/receipts.hpp"

namespace gelora::booking {

// Until the loop stops. What fails is tried again, for good.
Task<> keep_sending_messages(loop::Loop& loop, PostOffice& office, MessageLimits limits, telemetry::Metrics& metrics);

}  // namespace gelora::booking
