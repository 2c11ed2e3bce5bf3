// Sales on the spot: at the door, for cash or by the counter's own card terminal, and places that are given away. For those who
// work at the box office, for its organisation's owners and managers, and an admin.
#include <boost/json/array.hpp>
#include <set>

#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/lasting_ticket.hpp"
#include "booking/api/problems.hpp"
#include "booking/app/purchase.hpp"
#include "booking/app/sell_at_counter.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

namespace json = boost::json;

constexpr std::size_t most_places = 100;  // of one customer

// The show of the path, for those who may sell it.
std::shared_ptr<const Show> sold_show(const Api& api, const Request& request) {
  auto show = guarded_show(api, request);
  if (!show || show->organisation == 0) return nullptr;  // of nobody's there is nobody to keep the money for
  if (managed_show(api, request)) return show;
  return request.caller->role_at(show->organisation, show->id.value) == "box_office" ? show : nullptr;
}

// What is kept for good is for owners and managers to give away.
bool may_sell(const Api& api, const Request& request, const HouseGroup& group) {
  return group.until.has_value() || managed_show(api, request) != nullptr;
}

json::object hold_json(const HouseGroup& group, const Show& show) {
  json::object out = group_json(group, show);
  std::map<ZoneId, std::int64_t> of_zone;
  const auto lines = lines_of(show, group.places);
  for (const auto& line : lines) of_zone[show.zone_of(line.place).id] = line.total();
  json::array prices;
  for (const auto& [zone, total] : of_zone)
    prices.push_back({{"zone_id", zone.text()}, {"total", to_json(Money{total, show.currency})}});
  out["total"] = to_json(sum_of(lines, show.currency).total);
  out["prices"] = std::move(prices);
  return out;
}

json::object sale_json(const CounterSale& sale) {
  json::object out{{"id", sale.id.text()},
                   {"reference", sale.reference},
                   {"at", to_rfc3339(sale.at)},
                   {"by", sale.by.text()},
                   {"method", name_of(sale.method)},
                   {"status", name_of(sale.status)},
                   {"total", to_json(sale.total)},
                   {"refunded", to_json(sale.refunded)},
                   {"places", json::array(sale.places.begin(), sale.places.end())},
                   {"name", sale.buyer.name},
                   {"email", sale.buyer.email}};
  if (!sale.reason.empty()) out["reason"] = sale.reason;
  return out;
}

// Without the blanks around it; a fault when nothing is left.
std::string words(http::ObjectReader& reader, std::string_view name, std::size_t most) {
  const auto typed = reader.optional_text(name, 1, most);
  std::string text{trimmed(typed.value_or(""))};
  if (typed && text.empty()) reader.fault(name, "must not be empty");
  return text;
}

CounterBuyer read_buyer(http::ObjectReader& reader, http::FieldFaults& faults) {
  CounterBuyer buyer;
  const auto* object = reader.has("buyer") ? reader.object("buyer") : nullptr;
  if (object == nullptr) return buyer;
  http::ObjectReader one(*object, "/buyer", faults);
  buyer.name = words(one, "name", 100);
  if (const auto email = one.optional_text("email", 1, 254)) {
    const auto address = parse_mail_address(*email);
    if (address) buyer.email = address->address;
    else one.fault("email", "must be a mail address");
  }
  if (const auto locale = one.optional_text("locale", 2, 2)) {
    buyer.locale = *locale;
    if (*locale != "id" && *locale != "en") one.fault("locale", "must be id or en");
  }
  one.unknown_members();
  return buyer;
}

std::variant<SellAtCounter, Answer> read_sale(const Api& api, const Request& request, const Show& show) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  SellAtCounter command;
  if (const auto group = reader.id("group_id")) command.group = HoldId{*group};
  HoldWish places;  // of the group; none of the ways: all of it
  if (reader.has("seat_nos") || reader.has("standing")) places = read_hold_wish(reader, faults, most_places);
  if (const auto name = reader.text("method", 1, 20)) {
    const auto method = parse_counter_method(*name);
    if (!method) reader.fault("method", "must be cash, card or complimentary");
    command.method = method.value_or(CounterMethod::cash);
  }
  const bool gift = command.method == CounterMethod::complimentary;
  if (gift && !managed_show(api, request)) reader.fault("method", "is for owners and managers");
  command.total_minor = reader.integer("total_minor", 0, INT64_MAX).value_or(0);
  command.reason = words(reader, "reason", 100);
  if (!command.reason.empty() && !gift) reader.fault("reason", "goes with complimentary only");
  command.buyer = read_buyer(reader, faults);
  reader.unknown_members();
  if (!faults.none()) return faults.problem();
  auto wrong = faults_of(places, show);
  if (!wrong.empty()) return answer(WishIsWrong{std::move(wrong), false});
  command.places = places.seat_nos;
  for (const auto& [zone, quantity] : places.standing) command.standing.emplace_back(*index_of(show, zone), quantity);
  return command;
}

// Of the path, if it was sold at the counter: their own, or anybody's to those who manage the show.
Task<std::optional<CounterSale>> own_sale(Api& api, Request& request, std::shared_ptr<const Show> show) {
  const auto id = parse_id_as<BookingId>(request.params[1]);
  if (!show || !id) co_return std::nullopt;
  auto sale = co_await find_counter_sale(api.app.pool, show->id, *id);
  const bool theirs = sale && (sale->by == request.caller->user || managed_show(api, request));
  if (!theirs) co_return std::nullopt;
  co_return sale;
}

Task<std::optional<Purchase>> purchase_of(Api& api, std::shared_ptr<const Show> show, BookingId id) {
  auto booking = co_await find_booking(api.app.pool, id, {});
  auto text = co_await find_show_text(api.app.pool, show->id);
  if (!booking || !text) co_return std::nullopt;
  Purchase purchase{std::move(*booking), {}, std::move(*text), show->hall, {}};
  for (const auto& ticket : purchase.booking.tickets) {
    if (can_be_shown(ticket.status)) purchase.tickets.push_back(ticket);
  }
  if (purchase.tickets.empty()) co_return std::nullopt;
  co_return purchase;
}

}  // namespace

Task<Answer> list_counter_holds(Api& api, Request& request) {
  const auto show = sold_show(api, request);
  if (!show) co_return nothing_here();
  const auto groups = co_await house_groups(api.app.pool, show->id, request.now);
  json::array list;
  for (const auto& group : groups) {
    if (may_sell(api, request, group)) list.push_back(hold_json(group, *show));
  }
  co_return http::json_answer(http::to_text(json::object{{"groups", std::move(list)}}));
}

Task<Answer> hold_at_counter(Api& api, Request& request) {
  const auto show = sold_show(api, request);
  if (!show) co_return nothing_here();
  http::JsonBody body(request);
  if (body.refused()) co_return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  HoldWish wish = read_hold_wish(reader, faults, most_places);
  reader.unknown_members();
  if (!faults.none()) co_return faults.problem();
  const auto outcome = co_await hold_at_counter(api.app, show, request.caller->user, std::move(wish), intent_of(request));
  const auto* granted = std::get_if<GrantedAt>(&outcome);
  if (granted == nullptr) co_return refusal<GrantedAt>(outcome);
  const auto group = co_await find_house_group(api.app.pool, show->id, granted->hold.id);
  if (!group) throw std::runtime_error("what is held at the counter is not where it was written");
  co_return http::json_answer(http::to_text(hold_json(*group, *show)), 201);
}

Task<Answer> let_counter_hold_go(Api& api, Request& request) {
  const auto show = sold_show(api, request);
  const auto id = parse_id_as<HoldId>(request.params[1]);
  if (!show || !id) co_return nothing_here();
  const auto group = co_await find_house_group(api.app.pool, show->id, *id);
  if (!group || group->by != request.caller->user || !group->until) co_return nothing_here();
  LetGo all;
  all.id = group->id;
  all.by = request.caller->user;
  const auto outcome = co_await api.app.box_office.submit(show->id, std::move(all));
  co_return std::visit([](const auto& one) -> Answer { return answer(one); }, outcome);
}

Task<Answer> sell_at_counter(Api& api, Request& request) {
  const auto show = sold_show(api, request);
  if (!show) co_return nothing_here();
  auto read = read_sale(api, request, *show);
  if (auto* refused = std::get_if<Answer>(&read)) co_return std::move(*refused);
  auto command = std::get<SellAtCounter>(std::move(read));
  const auto group = co_await find_house_group(api.app.pool, show->id, command.group);
  if (!group || !may_sell(api, request, *group)) co_return nothing_here();
  command.by = request.caller->user;
  command.intent = intent_of(request);
  const auto outcome = co_await sell_at_counter(api.app, show, std::move(command));
  const auto* sale = std::get_if<CounterSale>(&outcome);
  if (sale == nullptr) co_return refusal<CounterSale>(outcome);
  co_return http::json_answer(http::to_text(sale_json(*sale)), 201);
}

Task<Answer> list_counter_sales(Api& api, Request& request) {
  const auto show = sold_show(api, request);
  if (!show) co_return nothing_here();
  const auto page = page_of(request);
  if (const auto* refused = std::get_if<Answer>(&page)) co_return *refused;
  const auto& wanted = std::get<PageWish>(page);
  std::optional<UserId> seller;
  if (!managed_show(api, request)) seller = request.caller->user;
  const auto sales = co_await list_counter_sales(api.app.pool, show->id, seller, wanted.cursor, wanted.limit + 1);
  std::set<UserId> sellers;
  for (const auto& sale : sales) sellers.insert(sale.by);
  json::object out = page_json(sales, wanted.limit, sale_json);
  auto people = co_await people_json(api, std::move(sellers));
  out["people"] = std::move(people);
  co_return http::json_answer(http::to_text(out));
}

Task<Answer> print_counter_tickets(Api& api, Request& request) {
  const auto show = sold_show(api, request);
  const auto sale = co_await own_sale(api, request, show);
  if (!sale) co_return nothing_here();
  auto purchase = co_await purchase_of(api, show, sale->id);
  if (!purchase) co_return answer(NoValidTicket{});
  const Language language = l10n::language_of(request.header(http::FieldName::accept_language));
  auto draw = [title = tickets_title(*purchase, language), sheets = ticket_sheets(*purchase, api.signer, language),
               made = purchase->booking.created_at] { return pdf::ticket_pdf(title, sheets, made); };
  auto pdf = co_await api.printing.for_person(request.caller->user, std::move(draw));
  if (!pdf) co_return http::too_many_requests(1);
  co_return pdf_answer(std::move(*pdf), "gelora-" + sale->reference);
}

}  // namespace gelora::booking
