// Midtrans' JSON, read: what a transaction's status means, and its notices.
#pragma once
#include <boost/json/value.hpp>

#include "payment/providers/provider.hpp"

namespace gelora::payment {

// The answer to "status" of an order; throws (Boost.JSON's errors) when something that is always there is not.
//   404, nobody chose a way to pay yet; pending, authorize; capture that is looked at for fraud   → open
//   deny, failure                                → open and declined: another way to pay may be tried
//   capture (accepted), settlement               → closed, captured
//   refund, partial_refund                       → likewise, with refunds; not confirmed by the bank: pending
//   chargeback                                   → likewise, with a dispute that is lost: Midtrans tells only of its end
//   partial_chargeback                           → likewise, of its amount; when the status does not say it, it is unclear
//   cancel, expire                               → closed
SessionState read_midtrans_status(const boost::json::value& status, std::string_view our_merchant);
bool is_challenged(const boost::json::value& status);
// The status_code of the body, 0 when there is none.
unsigned midtrans_code(const boost::json::value& answer);
// Whether that code ends a refund of an order that stands so (docs.midtrans.com, "Status codes"). All others may pass: the
// merchant has no funds yet, the bank is away; a card's money is refunded once it has been settled, a day after its capture.
bool midtrans_refund_is_refused(unsigned code, std::string_view transaction_status);

// Its signature_key is SHA-512(order_id + status_code + gross_amount + server key); the rest of the body is not signed.
ReadWebhook read_midtrans_notice(const std::string& body, std::string_view server_key);

}  // namespace gelora::payment
