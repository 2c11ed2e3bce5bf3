// What the handlers of the bank share, and the handlers.
#pragma once
#include <string>

#include "faults.hpp"
#include "http/message.hpp"
#include "http/problem.hpp"
#include "http/span_export.hpp"
#include "outcomes.hpp"
#include "telemetry/metrics.hpp"

namespace gelora::bank {

struct Config {
  std::string listen, own_listen, instance, public_url, secret, webhook_url, service_keys_dir;
  std::string stripe_key, stripe_secret;        // empty: this protocol is not spoken
  std::string midtrans_key, midtrans_merchant;  // likewise
  mysql::Settings database;
  http::TraceSettings traces;
};

struct Bank {
  mysql::Pool& pool;
  const Teller& teller;
  const Clock& clock;
  const Config& config;
  telemetry::Metrics& metrics;
  Faults& faults;
  loop::Signal& webhooks_wake;

  Desk desk() const { return {pool, teller}; }
};

using http::Answer;
using http::Request;

// The bank's own protocol.
Task<Answer> create_session(Bank& bank, Request& request);
Task<Answer> get_session(Bank& bank, Request& request);
Task<Answer> list_sessions(Bank& bank, Request& request);
Task<Answer> close_session(Bank& bank, Request& request);
Task<Answer> refund_capture(Bank& bank, Request& request);

// Stripe's.
Task<Answer> stripe_create_session(Bank& bank, Request& request);
Task<Answer> stripe_get_session(Bank& bank, Request& request);
Task<Answer> stripe_list_sessions(Bank& bank, Request& request);
Task<Answer> stripe_expire_session(Bank& bank, Request& request);
Task<Answer> stripe_list_charges(Bank& bank, Request& request);
Task<Answer> stripe_create_refund(Bank& bank, Request& request);
Task<Answer> stripe_list_refunds(Bank& bank, Request& request);
Task<Answer> stripe_list_disputes(Bank& bank, Request& request);

// Midtrans'.
Task<Answer> midtrans_create(Bank& bank, Request& request);
Task<Answer> midtrans_get_status(Bank& bank, Request& request);
Task<Answer> midtrans_end(Bank& bank, Request& request);
Task<Answer> midtrans_refund(Bank& bank, Request& request);

// The buyer's page, whatever the protocol.
Task<Answer> show_page(Bank& bank, Request& request);
Task<Answer> choose_outcome(Bank& bank, Request& request);

inline Answer nothing_here() { return http::problem(http::not_found, "The bank knows nothing of this."); }

// A call of the merchant, through the faults.
template <Task<Answer> (*handler)(Bank&, Request&)>
Task<Answer> merchant(Bank& bank, Request& request) {
  Answer answer;
  if (bank.faults.strikes(Faults::down)) {
    answer.hang_up = true;
    co_return answer;
  }
  const auto pause = bank.faults.delay(Faults::slow);
  if (pause.count() > 0) co_await loop::sleep_for(pause);
  answer = co_await handler(bank, request);
  bank.webhooks_wake.notify_one();
  if (bank.faults.strikes(Faults::answer_lost)) answer.hang_up = true;
  co_return answer;
}

}  // namespace gelora::bank
