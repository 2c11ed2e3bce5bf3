#include <boost/json/array.hpp>

#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

constexpr std::size_t longest_token = 200;

std::variant<std::string, Answer> read_token(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  auto token = reader.text("token", 1, longest_token);
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return std::move(*token);
}

std::variant<OfferWish, Answer> read_offer(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  OfferWish wish;
  if (const auto text = reader.text("email", 1, 320)) {
    auto address = parse_mail_address(*text);
    if (address) wish.email = std::move(*address);
    else reader.fault("email", "must be an address of mail, such as ayu@example.com");
  }
  const auto name = reader.optional_text("name", 1, 400);
  if (name) {
    wish.name = std::string{trimmed(*name)};
    if (mail::first_characters(wish.name, 100).size() != wish.name.size())
      reader.fault("name", "must have at most 100 characters");
  }
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  return wish;
}

}  // namespace

Task<Answer> create_transfer(Api& api, Request& request) {
  const auto id = parse_id_as<TicketId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto mine = co_await find_ticket(api.app.pool, *id, request.caller->user);
  if (!mine) co_return nothing_here();
  auto read = read_offer(request);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto& wish = std::get<OfferWish>(read);
  wish.ticket = *id;
  wish.user = request.caller->user;
  const auto outcome = co_await offer_ticket(api.app, api.courier, std::move(wish));
  if (const auto* made = std::get_if<StoredTransfer>(&outcome))
    co_return http::json_answer(http::to_text(transfer_json(*made, request.now)), 201);
  co_return refusal<StoredTransfer>(outcome);
}

Task<Answer> list_transfers(Api& api, Request& request) {
  const auto id = parse_id_as<TicketId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto mine = co_await find_ticket(api.app.pool, *id, request.caller->user);
  if (!mine) co_return nothing_here();
  const auto transfers = co_await transfers_of_ticket(api.app.pool, *id, request.caller->user);
  boost::json::array items;
  for (const auto& one : transfers) items.push_back(transfer_json(one, request.now));
  co_return http::json_answer(http::to_text(boost::json::object{{"items", std::move(items)}, {"next_cursor", nullptr}}));
}

Task<Answer> take_transfer_back(Api& api, Request& request) {
  const auto ticket = parse_id_as<TicketId>(request.params[0]);
  const auto id = parse_id_as<TransferId>(request.params[1]);
  if (!ticket || !id) co_return nothing_here();
  const auto outcome = co_await take_offer_back(api.app, *ticket, *id, request.caller->user);
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> look_at_transfer(Api& api, Request& request) {
  auto token = read_token(request);
  if (auto* refused = std::get_if<Answer>(&token)) co_return std::move(*refused);
  const auto outcome = co_await look_at_offer(api.app, std::move(std::get<std::string>(token)));
  const auto* open = std::get_if<OpenTransfer>(&outcome);
  if (open == nullptr) co_return answer(TransferGone{});
  const auto show = api.pages.find(open->transfer.show);
  const auto* concert = api.pages.concert_of(open->transfer.show);
  const auto* venue = api.pages.venue_of(open->transfer.show);
  if (show == nullptr || concert == nullptr || venue == nullptr) co_return answer(TransferGone{});
  const auto& hall = *show->hall;
  boost::json::object out{{"show_id", show->id.text()},
                          {"artist", concert->artist},
                          {"title", concert->title},
                          {"starts_at", to_rfc3339(show->starts_at)},
                          {"venue", venue->name},
                          {"city", venue->city},
                          {"timezone", venue->timezone},
                          {"label", hall.full_label(open->place)},
                          {"zone", hall.zones[hall.layout.zone_of(open->place)].name},
                          {"expires_at", to_rfc3339(open->transfer.expires_at)}};
  if (!open->transfer.sender_name.empty()) out["from"] = open->transfer.sender_name;
  Answer answer = http::json_answer(http::to_text(out));
  answer.headers.emplace_back("Cache-Control", "private, no-store");
  co_return answer;
}

Task<Answer> accept_transfer(Api& api, Request& request) {
  auto token = read_token(request);
  if (auto* refused = std::get_if<Answer>(&token)) co_return std::move(*refused);
  const auto outcome = co_await accept_offer(api.app, std::move(std::get<std::string>(token)), request.caller->user);
  const auto* ticket = std::get_if<TicketView>(&outcome);
  if (ticket == nullptr) co_return refusal<TicketView>(outcome);
  const auto show = api.app.shows.find(ticket->show);
  if (show == api.app.shows.end()) co_return nothing_here();
  co_return http::json_answer(http::to_text(ticket_json(*ticket, *show->second, api.signer)));
}

// For user-service on that person's behalf: what an export of their data holds.
Task<Answer> list_transfers_of_person(Api& api, Request& request) {
  const auto id = parse_id_as<UserId>(request.params[0]);
  if (!id || request.service->service != "user-service" || request.service->user != *id) co_return nothing_here();
  const auto wish = page_of(request);
  if (const auto* refused = std::get_if<Answer>(&wish)) co_return *refused;
  const auto page = std::get<PageWish>(wish);
  const auto rows = co_await transfers_of_person(api.app.pool, *id, page.cursor, page.limit + 1);
  co_return page_answer(rows, page.limit, [&](const StoredTransfer& row) {
    const bool given = row.sender == *id;
    auto one = given ? transfer_json(row, request.now) : boost::json::object{{"id", row.id.text()}};
    if (!given) {  // what the giver wrote is the giver's
      one["ticket_id"] = row.new_ticket.text();
      one["status"] = name_of(row.status, row.expires_at, request.now);
    }
    one["given"] = given;
    one["show_id"] = row.show.text();
    if (row.ended_at != Instant{}) one["ended_at"] = to_rfc3339(row.ended_at);
    return one;
  });
}

}  // namespace gelora::booking
