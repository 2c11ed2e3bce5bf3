// What the handlers of booking-service share. Handlers know HTTP and JSON, and no rules.
#pragma once
#include <boost/json/array.hpp>
#include <set>

#include "booking/api/forwarder.hpp"
#include "booking/api/pages.hpp"
#include "booking/api/queue_board.hpp"
#include "booking/api/seat_feed.hpp"
#include "booking/api/share_card.hpp"
#include "booking/app/app.hpp"
#include "booking/app/hold_wish.hpp"
#include "booking/app/message_limits.hpp"
#include "booking/app/people_at_gates.hpp"
#include "booking/app/printing.hpp"
#include "booking/app/transfers.hpp"
#include "booking/app/webhook_tries.hpp"
#include "booking/domain/ticket_code.hpp"
#include "booking/storage/catalogue_changes.hpp"
#include "http/body.hpp"
#include "http/message.hpp"
#include "mysql/vitals.hpp"
#include "seal/seals.hpp"
#include "telemetry/metrics.hpp"
#include "wallet/keys.hpp"

namespace gelora::booking {

struct Api {
  App& app;
  Pages& pages;
  SeatFeed& feed;
  QueueBoard& queues;
  const TicketSigner& signer;
  telemetry::Metrics& metrics;
  Forwarder& forwarder;
  Printing& printing;
  ShareCards& share_cards;
  Courier& courier;
  PeopleAtGates& people_at_gates;
  const wallet::Keys& wallets;
  const bool& ready;
  const mysql::Vitals& vitals;
  MessageLimits messages;
  WebhookTries& webhook_tries;
  const seal::Seals& webhook_seals;
  bool webhooks_to_private = false;  // in development: to receivers on this machine
  std::string posters_dir;
  std::string public_url;  // "https://gelora.example", without a slash at its end
};

using http::Answer;
using http::Request;
using http::Task;

// Hot reads, from memory.
Answer list_concerts(Api& api, Request& request);
Answer get_concert(Api& api, Request& request);
Answer get_show(Api& api, Request& request);
Answer get_seating(Api& api, Request& request);
Answer get_seating_rows(Api& api, Request& request);
Answer get_availability(Api& api, Request& request);
Answer stream_availability(Api& api, Request& request);
Answer get_ticket_keys(Api& api, Request& request);
Answer get_concert_head(Api& api, Request& request);
Task<Answer> get_concert_card(Api& api, Request& request);
Answer get_sitemap(Api& api, Request& request);
Answer get_robots(Api& api, Request& request);

Task<Answer> create_hold(Api& api, Request& request);
Task<Answer> get_hold(Api& api, Request& request);
Task<Answer> release_hold(Api& api, Request& request);

Task<Answer> create_booking(Api& api, Request& request);
Task<Answer> list_my_bookings(Api& api, Request& request);
Task<Answer> get_booking(Api& api, Request& request);
Task<Answer> cancel_booking(Api& api, Request& request);
Task<Answer> decline_substitute(Api& api, Request& request);
Task<Answer> quote_hold(Api& api, Request& request);

Task<Answer> list_my_tickets(Api& api, Request& request);
Task<Answer> rename_my_ticket(Api& api, Request& request);
Task<Answer> get_ticket(Api& api, Request& request);
Task<Answer> get_ticket_qr(Api& api, Request& request);
Task<Answer> get_ticket_calendar(Api& api, Request& request);
Task<Answer> get_ticket_pdf(Api& api, Request& request);
Task<Answer> get_apple_pass(Api& api, Request& request);
Task<Answer> get_google_pass(Api& api, Request& request);
Task<Answer> get_invoice_pdf(Api& api, Request& request);
Task<Answer> create_receipt(Api& api, Request& request);

// Tickets that go from one person to another.
Task<Answer> create_transfer(Api& api, Request& request);
Task<Answer> list_transfers(Api& api, Request& request);
Task<Answer> take_transfer_back(Api& api, Request& request);
Task<Answer> look_at_transfer(Api& api, Request& request);
Task<Answer> accept_transfer(Api& api, Request& request);
Task<Answer> watch_show(Api& api, Request& request);
Task<Answer> unwatch_show(Api& api, Request& request);
Task<Answer> get_watch(Api& api, Request& request);
Task<Answer> list_my_watches(Api& api, Request& request);
Task<Answer> join_waitlist(Api& api, Request& request);
Task<Answer> list_my_waitlist(Api& api, Request& request);
Task<Answer> leave_waitlist(Api& api, Request& request);

// Waiting rooms.
Answer get_queue(Api& api, Request& request);
Answer get_queue_draw(Api& api, Request& request);
Task<Answer> join_queue(Api& api, Request& request);
Task<Answer> get_my_queue_entry(Api& api, Request& request);
Task<Answer> leave_queue(Api& api, Request& request);
Task<Answer> get_waiting_room(Api& api, Request& request);
Task<Answer> put_waiting_room(Api& api, Request& request);
Task<Answer> delete_waiting_room(Api& api, Request& request);
Task<Answer> create_rehearsal(Api& api, Request& request);

// Of those who sell.
Task<Answer> list_organisation_shows(Api& api, Request& request);
Task<Answer> list_seating_plans(Api& api, Request& request);
Task<Answer> list_organisation_venues(Api& api, Request& request);
Task<Answer> create_organisation_venue(Api& api, Request& request);
Task<Answer> change_organisation_venue(Api& api, Request& request);
Task<Answer> list_organisation_plans(Api& api, Request& request);
Task<Answer> create_organisation_plan(Api& api, Request& request);
Task<Answer> import_organisation_plan(Api& api, Request& request);
Task<Answer> get_organisation_plan(Api& api, Request& request);
Task<Answer> delete_organisation_plan(Api& api, Request& request);
Task<Answer> get_plan_document(Api& api, Request& request);
Task<Answer> save_organisation_plan(Api& api, Request& request);
Task<Answer> publish_organisation_plan(Api& api, Request& request);
Task<Answer> copy_organisation_plan(Api& api, Request& request);
Task<Answer> list_organisation_concerts(Api& api, Request& request);
Task<Answer> create_organisation_concert(Api& api, Request& request);
Task<Answer> get_organisation_concert(Api& api, Request& request);
Task<Answer> change_organisation_concert(Api& api, Request& request);
Task<Answer> delete_organisation_concert(Api& api, Request& request);
Task<Answer> put_poster(Api& api, Request& request);
Task<Answer> remove_poster(Api& api, Request& request);
Task<Answer> list_concert_shows(Api& api, Request& request);
Task<Answer> create_concert_shows(Api& api, Request& request);
Task<Answer> list_organisation_changes(Api& api, Request& request);
Task<Answer> get_organisation_show(Api& api, Request& request);
Task<Answer> change_organisation_show(Api& api, Request& request);
Task<Answer> delete_organisation_show(Api& api, Request& request);
Task<Answer> copy_organisation_show(Api& api, Request& request);
Task<Answer> publish_organisation_show(Api& api, Request& request);
Task<Answer> withdraw_organisation_show(Api& api, Request& request);
Task<Answer> postpone_organisation_show(Api& api, Request& request);
// The show of the path, for those who may change it; none for everybody else.
std::shared_ptr<const Show> managed_show(const Api& api, const Request& request);
// Likewise; of those who write shows, their drafts too.
Task<std::shared_ptr<const Show>> managed_show_or_draft(Api& api, Request& request);
// Whoever asks changes something of it.
inline Author author_for(const Request& request, const Show& show) {
  return {request.caller->user, show.organisation, request.now};
}
// The booking of the path, of that show, likewise.
Task<std::optional<BookingView>> managed_booking(Api& api, Request& request);
// {"name"} of a ticket, trimmed.
std::variant<std::string, Answer> read_ticket_name(const Request& request);
Task<Answer> get_selling_rules(Api& api, Request& request);
Task<Answer> set_selling_rules(Api& api, Request& request);
Task<Answer> list_promo_codes(Api& api, Request& request);
Task<Answer> create_promo_code(Api& api, Request& request);
Task<Answer> end_promo_code(Api& api, Request& request);
Task<Answer> cancel_show(Api& api, Request& request);
Task<Answer> get_show_cancellation(Api& api, Request& request);

// How it sells, and to whom.
Task<Answer> get_sales(Api& api, Request& request);
Task<Answer> list_bookings_of_show(Api& api, Request& request);
Task<Answer> get_booking_of_show(Api& api, Request& request);
Task<Answer> create_booking_note(Api& api, Request& request);
Task<Answer> resend_receipt(Api& api, Request& request);
Task<Answer> export_places(Api& api, Request& request);
Task<Answer> export_places_sheet(Api& api, Request& request);
Task<Answer> move_booking(Api& api, Request& request);
Task<Answer> rename_ticket(Api& api, Request& request);
Task<Answer> take_free_tickets_back(Api& api, Request& request);

// Places that are kept for somebody.
Task<Answer> list_house_seats(Api& api, Request& request);
Task<Answer> keep_house_seats(Api& api, Request& request);
Task<Answer> let_house_seats_go(Api& api, Request& request);
Task<Answer> let_some_house_seats_go(Api& api, Request& request);

// How many a standing zone may have.
Task<Answer> list_capacities(Api& api, Request& request);
Task<Answer> set_capacity(Api& api, Request& request);

// Sales on the spot, also by those who work at the box office.
Task<Answer> list_counter_holds(Api& api, Request& request);
Task<Answer> hold_at_counter(Api& api, Request& request);
Task<Answer> let_counter_hold_go(Api& api, Request& request);
Task<Answer> list_counter_sales(Api& api, Request& request);
Task<Answer> sell_at_counter(Api& api, Request& request);
Task<Answer> print_counter_tickets(Api& api, Request& request);

// What they write to their buyers.
Task<Answer> list_messages(Api& api, Request& request);
Task<Answer> create_message(Api& api, Request& request);
Task<Answer> count_audience(Api& api, Request& request);
Task<Answer> get_message(Api& api, Request& request);
Task<Answer> save_message(Api& api, Request& request);
Task<Answer> delete_message(Api& api, Request& request);
Task<Answer> preview_message(Api& api, Request& request);
Task<Answer> test_message(Api& api, Request& request);
Task<Answer> send_message(Api& api, Request& request);
Task<Answer> pause_message(Api& api, Request& request);
Task<Answer> resume_message(Api& api, Request& request);
Task<Answer> cancel_message(Api& api, Request& request);

// Where their programs are told what happens.
Task<Answer> list_organisation_webhooks(Api& api, Request& request);
Task<Answer> create_organisation_webhook(Api& api, Request& request);
Task<Answer> get_organisation_webhook(Api& api, Request& request);
Task<Answer> change_organisation_webhook(Api& api, Request& request);
Task<Answer> delete_organisation_webhook(Api& api, Request& request);
Task<Answer> replace_organisation_webhook_secret(Api& api, Request& request);
Task<Answer> test_organisation_webhook(Api& api, Request& request);
Task<Answer> list_webhook_deliveries(Api& api, Request& request);
Task<Answer> replay_webhook_delivery(Api& api, Request& request);

// At the gates.
Task<Answer> create_check_in(Api& api, Request& request);
Task<Answer> create_check_ins(Api& api, Request& request);
Task<Answer> get_gate_list(Api& api, Request& request);
Task<Answer> get_gate_counts(Api& api, Request& request);
Task<Answer> list_attendees(Api& api, Request& request);
Task<Answer> list_conflicts(Api& api, Request& request);
// The show of the path, for those who work for its organisation; none for everybody else.
std::shared_ptr<const Show> guarded_show(const Api& api, const Request& request);

// Between services.
Task<Answer> get_amount_due(Api& api, Request& request);
Task<Answer> get_refund_quote(Api& api, Request& request);
Task<Answer> list_bookings_of_person(Api& api, Request& request);
Task<Answer> list_transfers_of_person(Api& api, Request& request);
Task<Answer> list_waiting_of_person(Api& api, Request& request);
Task<Answer> take_event(Api& api, Request& request);

// Runs a handler that needs a show's desk, here or at the instance that has it.
template <Task<Answer> (*handler)(Api&, Request&)>
Task<Answer> at_desk(Api& api, Request& request) {
  return api.forwarder.at_owner(request, [&api, &request] { return handler(api, request); });
}

// Of the process.
Answer healthz(Api& api, Request& request);
Task<Answer> readyz(Api& api, Request& request);
Answer metrics(Api& api, Request& request);

// The intent behind a request with an Idempotency-Key: scoped to caller, method and path.
Intent intent_of(const Request& request);

// The places that a body asks for, at most so many; whoever reads it looks for members that are not known.
HoldWish read_hold_wish(http::ObjectReader& reader, http::FieldFaults& faults, std::size_t most);

// ?limit= and ?cursor= of a list; a wrong value is a fault.
struct PageWish {
  std::size_t limit = 20;
  std::uint64_t cursor = INT64_MAX;
};
std::variant<PageWish, Answer> page_of(const Request& request);

// A date or a time of the query, nothing when there is none; a date after which is nothing ("to") counts whole.
std::optional<Instant> time_wish(const Request& request, std::string_view name, http::FieldFaults& faults);

// Seats that are called so, with or without their section; at most eight.
std::vector<seats::SeatNo> seats_called(const Hall& hall, std::string_view text);

// Who they are, where their accounts still are.
Task<boost::json::array> people_json(Api& api, std::set<UserId> people);

// A PDF to be saved under this name.
Answer pdf_answer(std::string pdf, const std::string& name);

// One page of a list: of limit + 1 rows that were read the last only tells that there are more.
template <class View, class ToJson>
boost::json::object page_json(const std::vector<View>& rows, std::size_t limit, ToJson to_item) {
  boost::json::array items;
  const bool more = rows.size() > limit;
  for (std::size_t i = 0; i < rows.size() && i < limit; ++i) items.push_back(to_item(rows[i]));
  boost::json::value next = nullptr;
  if (more) next = rows[limit - 1].id.text();
  return {{"items", std::move(items)}, {"next_cursor", std::move(next)}};
}
template <class View, class ToJson>
Answer page_answer(const std::vector<View>& rows, std::size_t limit, ToJson to_item) {
  return http::json_answer(http::to_text(page_json(rows, limit, to_item)));
}

}  // namespace gelora::booking
