// The one table of all endpoints of payment-service.
#pragma once
#include "http/routes.hpp"
#include "payment/api/api.hpp"

namespace gelora::payment {

using http::Access, http::Kind, http::Verb;

inline constexpr http::Route<Api> routes[] = {
    {Verb::post, "/api/payments", Access::person, create_payment, Kind::idempotent},
    {Verb::get, "/api/payment-methods", Access::open, list_payment_methods},
    {Verb::get, "/api/payments/{id}", Access::person, get_payment},
    {Verb::post, "/api/refunds", Access::staff, create_refund, Kind::idempotent},
    {Verb::get, "/api/refunds/{id}", Access::staff, get_refund},
    {Verb::post, "/api/refunds/{id}/payout", Access::staff, pay_out_refund},
    {Verb::get, "/api/counter-payouts", Access::staff, list_counter_payouts},
    {Verb::get, "/api/counter-takings", Access::staff, list_counter_takings},
    {Verb::get, "/api/organisations/{id}/payments", Access::staff, list_organisation_payments},
    {Verb::get, "/api/settlements/{show_id}", Access::staff, get_settlement},
    {Verb::get, "/api/payment-findings", Access::admin, list_findings},
    {Verb::delete_, "/api/payment-findings/{id}", Access::admin, close_finding},
    {Verb::post, "/api/payments/webhooks/{provider}", Access::open, take_webhook},
    {Verb::get, "/internal/users/{id}/payments", Access::service, list_payments_of_person},
    {Verb::post, "/internal/events", Access::service, take_event},
    {Verb::get, "/healthz", Access::open, healthz, Kind::hot},
    {Verb::get, "/readyz", Access::open, readyz, Kind::quiet},
    {Verb::get, "/metrics", Access::open, metrics, Kind::hot},
};

}  // namespace gelora::payment
