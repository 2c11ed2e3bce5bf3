// What the handlers of payment-service share. Handlers know HTTP and JSON, and no rules.
#pragma once
#include "http/message.hpp"
#include "payment/app/app.hpp"
#include "telemetry/metrics.hpp"

namespace gelora::payment {

struct Api {
  App& app;
  telemetry::Metrics& metrics;
  const bool& ready;
};

using http::Answer;
using http::Request;
using http::Task;

Task<Answer> create_payment(Api& api, Request& request);
Task<Answer> get_payment(Api& api, Request& request);
Task<Answer> take_webhook(Api& api, Request& request);
Task<Answer> list_payments_of_person(Api& api, Request& request);
Task<Answer> take_event(Api& api, Request& request);
Answer healthz(Api& api, Request& request);
Task<Answer> readyz(Api& api, Request& request);
Answer metrics(Api& api, Request& request);

}  // namespace gelora::payment
