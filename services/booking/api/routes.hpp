// The one table of all endpoints of booking-service.
#pragma once
#include "booking/api/api.hpp"
#include "http/routes.hpp"

namespace gelora::booking {

using http::Access, http::Kind, http::Verb;

inline constexpr http::Route<Api> routes[] = {
    {Verb::get, "/api/shows/{id}/availability", Access::open, get_availability, Kind::hot},
    {Verb::get, "/api/shows/{id}", Access::open, get_show, Kind::hot},
    {Verb::get, "/api/concerts", Access::open, list_concerts, Kind::hot},
    {Verb::get, "/api/concerts/{id}", Access::open, get_concert, Kind::hot},
    {Verb::get, "/api/shows/{id}/seating", Access::open, get_seating, Kind::hot},
    {Verb::get, "/api/shows/{id}/availability/stream", Access::open, stream_availability},
    {Verb::post, "/api/shows/{id}/holds", Access::person, at_desk<create_hold>, Kind::idempotent},
    {Verb::get, "/api/holds/{id}", Access::person, get_hold},
    {Verb::delete_, "/api/holds/{id}", Access::person, at_desk<release_hold>},
    {Verb::post, "/api/holds/{id}/quote", Access::person, quote_hold},
    {Verb::post, "/api/bookings", Access::person, at_desk<create_booking>, Kind::idempotent},
    {Verb::get, "/api/bookings", Access::person, list_my_bookings},
    {Verb::get, "/api/bookings/{id}", Access::person, get_booking},
    {Verb::post, "/api/bookings/{id}/cancel", Access::person, at_desk<cancel_booking>},
    {Verb::post, "/api/bookings/{id}/decline", Access::person, at_desk<decline_substitute>},
    {Verb::get, "/api/bookings/{id}/invoice.pdf", Access::person, get_invoice_pdf},
    {Verb::post, "/api/bookings/{id}/receipts", Access::person, create_receipt},
    {Verb::get, "/api/tickets", Access::person, list_my_tickets},
    {Verb::get, "/api/tickets/{id}", Access::person, get_ticket},
    {Verb::get, "/api/tickets/{id}/qr.svg", Access::person, get_ticket_qr},
    {Verb::get, "/api/tickets/{id}/pdf", Access::person, get_ticket_pdf},
    {Verb::get, "/api/tickets/{id}/wallet/apple", Access::person, get_apple_pass},
    {Verb::get, "/api/tickets/{id}/wallet/google", Access::person, get_google_pass},
    {Verb::get, "/api/tickets/{id}/calendar.ics", Access::person, get_ticket_calendar},
    {Verb::post, "/api/tickets/{id}/transfers", Access::person, at_desk<create_transfer>},
    {Verb::get, "/api/tickets/{id}/transfers", Access::person, list_transfers},
    {Verb::delete_, "/api/tickets/{id}/transfers/{transfer_id}", Access::person, at_desk<take_transfer_back>},
    {Verb::post, "/api/transfers/look", Access::open, look_at_transfer},
    {Verb::post, "/api/transfers/accept", Access::person, at_desk<accept_transfer>},
    {Verb::get, "/api/organisations/{id}/shows", Access::staff, list_organisation_shows},
    {Verb::get, "/api/shows/{id}/rules", Access::staff, get_selling_rules},
    {Verb::patch, "/api/shows/{id}/rules", Access::staff, set_selling_rules},
    {Verb::get, "/api/shows/{id}/promo-codes", Access::staff, list_promo_codes},
    {Verb::post, "/api/shows/{id}/promo-codes", Access::staff, create_promo_code},
    {Verb::delete_, "/api/shows/{id}/promo-codes/{code_id}", Access::staff, end_promo_code},
    {Verb::post, "/api/shows/{id}/cancellation", Access::staff, cancel_show},
    {Verb::get, "/api/shows/{id}/cancellation", Access::staff, get_show_cancellation},
    {Verb::get, "/api/concerts/{id}/head", Access::open, get_concert_head},
    {Verb::get, "/api/concerts/{id}/card.png", Access::open, get_concert_card},
    {Verb::get, "/sitemap.xml", Access::open, get_sitemap},
    {Verb::get, "/robots.txt", Access::open, get_robots},
    {Verb::get, "/.well-known/gelora-ticket-keys.json", Access::open, get_ticket_keys},
    {Verb::get, "/internal/bookings/{id}/amount-due", Access::service, get_amount_due},
    {Verb::post, "/internal/bookings/{id}/refund-quote", Access::service, get_refund_quote},
    {Verb::get, "/internal/users/{id}/bookings", Access::service, list_bookings_of_person},
    {Verb::get, "/internal/users/{id}/transfers", Access::service, list_transfers_of_person},
    {Verb::post, "/internal/events", Access::service, at_desk<take_event>},
    {Verb::get, "/healthz", Access::open, healthz, Kind::hot},
    {Verb::get, "/readyz", Access::open, readyz, Kind::quiet},
    {Verb::get, "/metrics", Access::open, metrics, Kind::hot},
};

}  // namespace gelora::booking
