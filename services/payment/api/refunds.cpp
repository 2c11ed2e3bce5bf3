// Money that an organiser gives back, and what they may see of their money. Every query is scoped to the caller's organisations.
#include <boost/json/array.hpp>

#include "http/body.hpp"
#include "http/chunks.hpp"
#include "http/problem.hpp"
#include "payment/api/api.hpp"
#include "payment/api/json.hpp"
#include "payment/api/staff.hpp"
#include "payment/app/refund_payment.hpp"

namespace gelora::payment {
namespace {

namespace json = boost::json;
using http::problem;

constexpr http::ProblemType refund_exceeds_payment{409, "refund-exceeds-payment", "That is more than is left of this payment"};
constexpr http::ProblemType tickets_not_refundable{409, "tickets-not-refundable", "Some of these tickets cannot be refunded"};
constexpr http::ProblemType payment_not_refundable{409, "payment-not-refundable",
                                                   "There is no money of this payment to give back"};

struct Wish {
  PaymentId payment;
  RefundRequest request;
};

std::variant<Wish, Answer> read_wish(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  Wish wish;
  if (const auto id = reader.id("payment_id")) wish.payment = {*id};
  if (auto reason = reader.text("reason", 1, 40)) wish.request.reason = std::move(*reason);
  if (reader.has("ticket_ids")) {
    const auto* list = reader.array("ticket_ids", 1, 100);
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
      const auto& one = (*list)[i];
      const auto id = one.is_string() ? parse_id_as<TicketId>(std::string_view{one.get_string()}) : std::nullopt;
      const std::string pointer = "/ticket_ids/" + std::to_string(i);
      auto& tickets = wish.request.tickets;
      if (!id) faults.add(pointer, "must be a ticket's id");
      else if (std::find(tickets.begin(), tickets.end(), *id) != tickets.end()) faults.add(pointer, "is there twice");
      else tickets.push_back(*id);
    }
  }
  wish.request.amount_minor = reader.optional_integer("amount_minor", 1, INT64_MAX);
  if (reader.has("ticket_ids") && reader.has("amount_minor")) faults.add("/amount_minor", "does not go with ticket_ids");
  wish.request.force = reader.optional_boolean("force").value_or(false);
  if (wish.request.force && !request.caller->has_role("admin")) faults.add("/force", "is an admin's only");
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return wish;
}

Answer answer(const MoreThanIsLeft& more) {
  return problem(refund_exceeds_payment, "What is left is " + std::to_string(more.left.amount_minor) + " (minor units).",
                 {{"left", to_json(more.left)}});
}
Answer answer(const TicketsNotRefundable& no) {
  json::array ids;
  for (const auto one : no.tickets) ids.emplace_back(one.text());
  return problem(tickets_not_refundable, "They are " + std::string{no.because} + ".",
                 {{"ticket_ids", std::move(ids)}, {"reason", no.because}});
}
Answer answer(const NotRefundable& no) {
  return problem(payment_not_refundable, "It is " + no.status + ".", {{"payment_status", no.status}});
}

// A refund that was begun: as it was answered first, also when the answer is asked for again.
Answer begun(RefundView view) {
  view.refund.state = RefundState::reserved;
  return http::json_answer(http::to_text(refund_json(view)), 201);
}

std::string csv_line(const SettlementLine& line) {
  const auto colon = line.cause.find(':');
  std::string kind = line.cause.substr(0, colon);
  return to_rfc3339(line.at) + "," + kind + "," + line.booking.text() + "," + line.payment.text() + "," + line.provider + "," +
         std::to_string(line.amount.amount_minor) + "," + std::string{line.amount.currency.text()} + "\r\n";
}

Task<bool> write_settlement(Api& api, ShowId show, Rights rights, http::Chunks& chunks) {
  constexpr std::size_t page = 5'000;
  bool taken = co_await chunks.write("at,kind,booking_id,payment_id,provider,amount_minor,currency\r\n");
  std::uint64_t after = 0;
  for (bool more = true; taken && more;) {
    const auto lines = co_await settlement_lines(api.pool, show, rights, after, page);
    std::string text;
    for (const auto& line : lines) text += csv_line(line);
    more = lines.size() == page;
    taken = co_await chunks.write(std::move(text));
  }
  co_return taken;
}

}  // namespace

Task<Answer> create_refund(Api& api, Request& request) {
  auto read = read_wish(request);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& wish = std::get<Wish>(read);
  const std::string key_hash =
      blake2b_hex(request.caller->user.text() + " POST /api/refunds " + std::string{request.idempotency_key()});
  const std::string body_hash = blake2b_hex(request.body);
  if (auto before = co_await find_refund_by_key(api.pool, key_hash)) {
    if (before->refund.body_hash != body_hash)
      co_return problem(http::idempotency_key_reused, "Use a new Idempotency-Key for a new request.");
    co_return begun(std::move(*before));
  }
  auto payment = co_await find_managed_payment(api.pool, wish.payment, keepers_rights(*request.caller));
  if (!payment) co_return nothing_here();
  wish.request.payment = std::move(*payment);
  wish.request.by = request.caller->user;
  wish.request.key_hash = key_hash;
  wish.request.body_hash = body_hash;
  wish.request.traceparent = request.trace.traceparent();
  bool raced = false;
  RefundOutcome outcome = NotRefundable{};
  try {
    outcome = co_await refund_payment(api.app, wish.request);
  } catch (const mysql::Fault& fault) {
    if (fault.kind != mysql::FaultKind::duplicate) throw;
    raced = true;
  }
  if (raced) co_return problem(http::idempotency_in_flight, "Ask again in a moment with the same key.");
  if (const auto* refund = std::get_if<Refund>(&outcome)) co_return begun({*refund, wish.payment});
  co_return std::visit(
      [](const auto& one) -> Answer {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, Refund>) return nothing_here();
        else return answer(one);
      },
      outcome);
}

Task<Answer> get_refund(Api& api, Request& request) {
  const auto id = parse_id(request.params[0]);
  if (!id) co_return nothing_here();
  const auto refund = co_await find_managed_refund(api.pool, *id, keepers_rights(*request.caller));
  if (!refund) co_return nothing_here();
  co_return http::json_answer(http::to_text(refund_json(*refund)));
}

Task<Answer> list_organisation_payments(Api& api, Request& request) {
  const auto id = parse_id(request.params[0]);
  const Rights rights = keepers_rights(*request.caller);
  if (!id) co_return nothing_here();
  http::FieldFaults faults;
  const ListWish wish = read_list_wish(request, faults);
  const auto among = [](const auto& list, const auto& one) { return std::find(list.begin(), list.end(), one) != list.end(); };
  const bool theirs =
      rights.all || among(rights.organisations, *id) || (faults.none() && among(rights.shows, std::pair{*id, wish.show}));
  if (!theirs) co_return nothing_here();
  if (!faults.none()) co_return faults.problem();
  const auto rows =
      co_await managed_payments(api.pool, *id, wish.show, wish.booking, wish.cursor.value_or(INT64_MAX), wish.limit + 1);
  json::array items;
  for (std::size_t i = 0; i < rows.size() && i < wish.limit; ++i) {
    auto one = payment_json(rows[i].payment);
    one.erase("checkout_url");
    const Currency currency = rows[i].payment.amount.currency;
    one["show_id"] = rows[i].payment.show.text();
    one["description"] = rows[i].payment.description;
    one["captured"] = to_json(Money{rows[i].captured_minor, currency});
    one["promised_back"] = to_json(Money{rows[i].promised_back_minor, currency});
    one["created_at"] = to_rfc3339(rows[i].payment.created_at);
    items.push_back(std::move(one));
  }
  json::value next = nullptr;
  if (rows.size() > wish.limit) next = rows[wish.limit - 1].payment.id.text();
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", std::move(next)}}));
}

// Money that came and went for a show, from the ledger: one line a movement, as the account of whoever holds it changed.
Task<Answer> get_settlement(Api& api, Request& request) {
  const auto id = parse_id_as<ShowId>(request.params[0]);
  if (!id) co_return nothing_here();
  const Rights rights = keepers_rights(*request.caller);
  const bool theirs = co_await may_see_money_of(api.pool, *id, rights);
  if (!theirs) co_return nothing_here();
  auto produce = [&api, id = *id, rights](http::Chunks& chunks) { return write_settlement(api, id, rights, chunks); };
  Answer answer = http::chunked(api.loop, "text/csv; charset=utf-8", std::move(produce));
  answer.headers.emplace_back("Content-Disposition", "attachment; filename=\"settlement-" + id->text() + ".csv\"");
  answer.headers.emplace_back("Cache-Control", "private, no-store");
  co_return answer;
}

// What a person should look at, oldest first.
Task<Answer> list_findings(Api& api, Request& request) {
  const auto cursor = request.query_value("cursor").value_or("0");
  const auto after = cursor.empty() ? std::optional<std::uint64_t>{0} : parse_id(cursor);
  if (!after && cursor != "0") {
    http::FieldFaults faults;
    faults.add("/query/cursor", "must be the next_cursor of an earlier page");
    co_return faults.problem();
  }
  constexpr std::size_t page = 100;
  const auto rows = co_await open_findings(api.pool, after.value_or(0), page + 1);
  json::array items;
  for (std::size_t i = 0; i < rows.size() && i < page; ++i) {
    const auto& one = rows[i];
    items.push_back({{"id", std::to_string(one.id)},
                     {"kind", one.kind},
                     {"provider", one.provider},
                     {"ref", one.ref},
                     {"payment_id", one.payment == 0 ? json::value(nullptr) : json::value(std::to_string(one.payment))},
                     {"booking_id", one.booking == 0 ? json::value(nullptr) : json::value(std::to_string(one.booking))},
                     {"amount", to_json(one.amount)},
                     {"detail", one.detail},
                     {"found_at", to_rfc3339(one.found_at)}});
  }
  json::value next = nullptr;
  if (rows.size() > page) next = std::to_string(rows[page - 1].id);
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", std::move(next)}}));
}

Task<Answer> close_finding(Api& api, Request& request) {
  const auto id = parse_id(request.params[0]);
  if (!id) co_return nothing_here();
  const bool found = co_await close_finding(api.pool, *id, request.now);
  co_return found ? http::no_content() : nothing_here();
}

}  // namespace gelora::payment
