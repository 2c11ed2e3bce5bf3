// Midtrans' notices and answers: what the server key did not sign is not authentic, whatever else it says.
#include "fuzz/fuzz.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "payment/domain/signature.hpp"
#include "payment/providers/midtrans_words.hpp"

using namespace gelora;
using namespace gelora::payment;

FUZZ(bytes) {
  std::string body{bytes};
  CHECK(std::holds_alternative<NotAuthentic>(read_midtrans_notice(body, "")));
  CHECK(std::holds_alternative<NotAuthentic>(read_midtrans_notice(body, "a key that no input can know")));
  boost::system::error_code error;
  auto value = boost::json::parse(body, error);
  if (error) return;
  try {
    read_midtrans_status(value, "G1");
  } catch (const std::exception&) {
  }
  if (!value.is_object()) return;
  // the same, signed
  const auto text = [&value](const char* name) {
    const auto* member = value.get_object().if_contains(name);
    return member && member->is_string() ? std::string{member->get_string()} : std::string{};
  };
  value.get_object()["signature_key"] = sha512_hex(text("order_id") + text("status_code") + text("gross_amount") + "key");
  body = boost::json::serialize(value);
  const auto read = read_midtrans_notice(body, "key");
  CHECK(!std::holds_alternative<NotAuthentic>(read));
  if (const auto* notice = std::get_if<WebhookNotice>(&read)) {
    CHECK(notice->event_id.size() <= 100 && !notice->session_ref.empty() && notice->session_ref.size() <= 128);
    CHECK(std::get<WebhookNotice>(read_midtrans_notice(body, "key")).event_id == notice->event_id);
  }
}
