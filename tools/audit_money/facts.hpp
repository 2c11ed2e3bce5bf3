// Reads the facts from the schemas of booking-service, payment-service and, where there is one, the sandbox bank.
#pragma once
#include "judge.hpp"
#include "mysql/connection.hpp"

namespace gelora::audit_money {

// In the transaction that the connection is in.
loop::Task<Facts> read_facts(mysql::Connection& db);

}  // namespace gelora::audit_money
