#include "payment/storage/rows.hpp"

#include <boost/json.hpp>

namespace gelora::payment {

using mysql::i64, mysql::u64, mysql::text, mysql::instant;

PaymentRow read_payment(mysql::RowView row, std::size_t first) {
  const auto at = [row, first](std::size_t column) { return row.at(first + column); };
  PaymentRow payment;
  payment.id = {u64(at(0))};
  payment.booking = {u64(at(1))};
  payment.user = {u64(at(2))};
  payment.show = {u64(at(3))};
  payment.organisation = u64(at(4));
  payment.provider = text(at(5));
  payment.method = text(at(6));
  payment.provider_ref = text(at(7));
  payment.checkout_url = text(at(8));
  payment.status = static_cast<Status>(u64(at(9)));
  payment.declined = u64(at(10)) != 0;
  payment.amount = {i64(at(11)), *Currency::parse(text(at(12)))};
  payment.description = text(at(13));
  payment.created_at = instant(at(14));
  payment.pay_by = instant(at(15));
  payment.checks = u64(at(16));
  payment.body_hash = text(at(17));
  return payment;
}

std::optional<PaymentRow> first_payment(const mysql::Results& found) {
  if (found.rows().empty()) return std::nullopt;
  return read_payment(found.rows().at(0));
}

std::vector<PaymentRow> all_payments(const mysql::Results& found) {
  std::vector<PaymentRow> payments;
  for (const auto row : found.rows()) payments.push_back(read_payment(row));
  return payments;
}

std::string list_of(const Rights& rights) {
  std::string list;
  for (const auto id : rights.organisations) list += (list.empty() ? "" : ",") + std::to_string(id);
  for (const auto& [id, show] : rights.shows) list += (list.empty() ? "" : ",") + std::to_string(id) + ":" + show.text();
  return list;
}

Refund read_refund(mysql::RowView row, std::size_t first) {
  const auto at = [row, first](std::size_t column) { return row.at(first + column); };
  Refund refund;
  refund.id = u64(at(0));
  refund.capture = u64(at(1));
  refund.amount = {i64(at(2)), *Currency::parse(text(at(3)))};
  refund.state = static_cast<RefundState>(u64(at(4)));
  refund.reason = text(at(5));
  refund.provider_ref = text(at(6));
  const auto tickets = boost::json::parse(text(at(7)));
  for (const auto& one : tickets.as_array())
    refund.tickets.push_back(parse_id_as<TicketId>(std::string_view{one.as_string()}).value());
  refund.used_too = u64(at(8)) != 0;
  refund.by = {u64(at(9))};
  refund.body_hash = text(at(10));
  refund.created_at = instant(at(11));
  return refund;
}

}  // namespace gelora::payment
