// What those who stand at the counter see and do: refunds that wait to be handed over, and what each of them took.
#include <algorithm>
#include <boost/json/array.hpp>

#include "http/problem.hpp"
#include "payment/api/api.hpp"
#include "payment/api/json.hpp"
#include "payment/api/staff.hpp"
#include "payment/app/pay_out.hpp"
#include "payment/storage/counter.hpp"

namespace gelora::payment {
namespace {

namespace json = boost::json;

constexpr http::ProblemType payout_not_due{409, "payout-not-due", "There is nothing of this refund to pay out at the counter"};
constexpr std::size_t longest_reference = 16;

// How a booking's reference begins, in capital letters; a fault when it cannot be one.
std::string read_reference(const Request& request, http::FieldFaults& faults) {
  std::string reference = request.query_value("q").value_or("");
  bool fits = reference.size() <= longest_reference;
  for (char& one : reference) {
    if (one >= 'a' && one <= 'z') one = static_cast<char>(one - 'a' + 'A');
    fits = fits && ((one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9'));
  }
  if (!fits) faults.add("/query/q", "must be how a booking's reference begins: letters and digits");
  return reference;
}

Instant read_instant(const Request& request, const char* name, Instant otherwise, http::FieldFaults& faults) {
  const auto text = request.query_value(name);
  if (!text || text->empty()) return otherwise;
  const auto at = parse_rfc3339(*text);
  if (!at) faults.add(std::string{"/query/"} + name, "must be an instant, such as 2026-11-22T09:20:00Z");
  return at.value_or(otherwise);
}

void one_show(const ListWish& wish, http::FieldFaults& faults) {
  if (!wish.show && faults.none()) faults.add("/query/show_id", "must be there");
}

json::object payout_json(const WaitingPayout& one) {
  return {{"id", std::to_string(one.refund)},
          {"booking_id", one.booking.text()},
          {"reference", one.reference},
          {"amount", to_json(one.amount)},
          {"method", one.method},
          {"reason", one.reason},
          {"since", to_rfc3339(one.since)}};
}

json::object takings_json(const Takings& one) {
  return {{"by", one.by.text()},         {"method", one.method},   {"sales", one.sales},
          {"taken", to_json(one.taken)}, {"payouts", one.payouts}, {"paid_out", to_json(one.paid_out)}};
}

}  // namespace

// By a person: money is handed over by somebody.
Task<Answer> pay_out_refund(Api& api, Request& request) {
  const auto id = parse_id(request.params[0]);
  Rights rights = sellers_rights(*request.caller);
  rights.all = false;
  if (!id || request.caller->machine) co_return nothing_here();
  auto view = co_await find_managed_refund(api.pool, *id, std::move(rights));
  if (!view) co_return nothing_here();
  const auto outcome = co_await pay_out(api.app, view->payment, *id, request.caller->user);
  if (const auto* no = std::get_if<PayoutNotDue>(&outcome))
    co_return http::problem(payout_not_due, "Nothing was paid out.", {{"reason", no->because}});
  view->refund = std::get<PaidOut>(outcome).refund;
  co_return http::json_answer(http::to_text(refund_json(*view)));
}

Task<Answer> list_counter_payouts(Api& api, Request& request) {
  http::FieldFaults faults;
  const ListWish wish = read_list_wish(request, faults);
  std::string reference = read_reference(request, faults);
  one_show(wish, faults);
  if (!faults.none()) co_return faults.problem();
  const auto organisation = co_await organisation_of_show(api.pool, wish.show, sellers_rights(*request.caller));
  if (!organisation) co_return nothing_here();
  const auto rows =
      co_await waiting_payouts(api.pool, *organisation, wish.show, std::move(reference), wish.cursor.value_or(0), wish.limit + 1);
  json::array items;
  for (std::size_t i = 0; i < rows.size() && i < wish.limit; ++i) items.push_back(payout_json(rows[i]));
  json::value next = nullptr;
  if (rows.size() > wish.limit) next = std::to_string(rows[wish.limit - 1].refund);
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}, {"next_cursor", std::move(next)}}));
}

// To owners and managers everybody's, to those who only sell their own.
Task<Answer> list_counter_takings(Api& api, Request& request) {
  http::FieldFaults faults;
  const ListWish wish = read_list_wish(request, faults);
  const Instant from = read_instant(request, "from", {}, faults), to = read_instant(request, "to", never, faults);
  one_show(wish, faults);
  if (!faults.none()) co_return faults.problem();
  const auto& caller = *request.caller;
  const auto organisation = co_await organisation_of_show(api.pool, wish.show, sellers_rights(caller));
  if (!organisation) co_return nothing_here();
  const auto role = caller.role_at(*organisation, wish.show.value);
  std::optional<UserId> only;
  if (role != "owner" && role != "manager" && !caller.has_role("admin")) only = caller.user;
  const auto rows = co_await takings(api.pool, *organisation, wish.show, only, from, to);
  json::array items;
  for (const auto& one : rows) items.push_back(takings_json(one));
  co_return http::json_answer(http::to_text(json::object{{"items", std::move(items)}}));
}

}  // namespace gelora::payment
