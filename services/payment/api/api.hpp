// What the handlers of payment-service share. Handlers know HTTP and JSON, and no rules.
#pragma once
#include "http/message.hpp"
#include "mysql/pool.hpp"
#include "mysql/vitals.hpp"
#include "payment/app/app.hpp"
#include "telemetry/metrics.hpp"

namespace gelora::payment {

struct Api {
  App& app;
  mysql::Pool& pool;
  telemetry::Metrics& metrics;
  const bool& ready;
  const mysql::Vitals& vitals;
  prometheus::Counter& refused_webhooks;
  loop::Loop& loop;
};

using http::Answer;
using http::Request;
using http::Task;

Task<Answer> create_payment(Api& api, Request& request);
Task<Answer> get_payment(Api& api, Request& request);
Answer list_payment_methods(Api& api, Request& request);
Task<Answer> create_refund(Api& api, Request& request);
Task<Answer> get_refund(Api& api, Request& request);
Task<Answer> pay_out_refund(Api& api, Request& request);
Task<Answer> list_counter_payouts(Api& api, Request& request);
Task<Answer> list_counter_takings(Api& api, Request& request);
Task<Answer> list_organisation_payments(Api& api, Request& request);
Task<Answer> get_settlement(Api& api, Request& request);
Task<Answer> list_findings(Api& api, Request& request);
Task<Answer> close_finding(Api& api, Request& request);
Task<Answer> take_webhook(Api& api, Request& request);
Task<Answer> list_payments_of_person(Api& api, Request& request);
Task<Answer> take_event(Api& api, Request& request);
Answer healthz(Api& api, Request& request);
Task<Answer> readyz(Api& api, Request& request);
Answer metrics(Api& api, Request& request);

}  // namespace gelora::payment
