// Rows of the tables as the domain has them.
#pragma once
#include "mysql/connection.hpp"
#include "payment/storage/payments.hpp"

namespace gelora::payment {

#define PAYMENT_COLUMNS                                                                                                 \
  "p.id, p.booking_id, p.user_id, p.show_id, p.organisation_id, p.provider, p.method, p.provider_ref, p.checkout_url, " \
  "p.status, "                                                                                                          \
  "p.declined, p.amount_minor, p.currency, p.description, p.created_at_us, p.pay_by_us, p.checks, p.body_hash"
inline constexpr std::size_t payment_columns = 18;
PaymentRow read_payment(mysql::RowView row, std::size_t first = 0);
std::optional<PaymentRow> first_payment(const mysql::Results& found);
std::vector<PaymentRow> all_payments(const mysql::Results& found);

#define REFUND_COLUMNS                                                                                            \
  "r.id, r.capture_id, r.amount_minor, r.currency, r.state, r.reason, r.provider_ref, r.ticket_ids, r.used_too, " \
  "r.requested_by, "                                                                                              \
  "COALESCE(r.body_hash, ''), r.created_at_us"
inline constexpr std::size_t refund_columns = 12;
Refund read_refund(mysql::RowView row, std::size_t first = 0);

// Whoever has rights over everything, or over what is on a list of organisations and of single shows: "1001,1002:12". Its three
// parameters are rights.all and the list twice.
#define MANAGED "(? OR FIND_IN_SET(p.organisation_id, ?) > 0 OR FIND_IN_SET(CONCAT(p.organisation_id, ':', p.show_id), ?) > 0)"
std::string list_of(const Rights& rights);

}  // namespace gelora::payment
