#include "payment/api/staff.hpp"

#include <charconv>

namespace gelora::payment {
namespace {

Rights rights_of(const auth::Caller& caller, bool at_counter) {
  Rights rights;
  rights.all = caller.has_role("admin");
  for (const auto& one : caller.organisations) {
    const bool keeper = one.role == "owner" || one.role == "manager";
    if (!keeper && !(at_counter && one.role == "box_office")) continue;
    if (one.shows.empty()) rights.organisations.push_back(one.organisation);
    for (const auto show : one.shows) rights.shows.emplace_back(one.organisation, ShowId{show});
  }
  return rights;
}

}  // namespace

Rights keepers_rights(const auth::Caller& caller) { return rights_of(caller, false); }
Rights sellers_rights(const auth::Caller& caller) { return rights_of(caller, true); }

ListWish read_list_wish(const http::Request& request, http::FieldFaults& faults) {
  ListWish wish;
  const auto read = [&](const char* name) -> std::optional<std::uint64_t> {
    const auto text = request.query_value(name);
    if (!text || text->empty()) return std::nullopt;
    const auto id = parse_id(*text);
    if (!id) faults.add(std::string{"/query/"} + name, "must be an id");
    return id;
  };
  if (const auto limit = request.query_value("limit"); limit && !limit->empty()) {
    const auto [end, error] = std::from_chars(limit->data(), limit->data() + limit->size(), wish.limit);
    if (error != std::errc{} || end != limit->data() + limit->size() || wish.limit < 1 || wish.limit > 100)
      faults.add("/query/limit", "must be a whole number from 1 to 100");
  }
  wish.cursor = read("cursor");
  wish.show.value = read("show_id").value_or(0);
  wish.booking.value = read("booking_id").value_or(0);
  return wish;
}

}  // namespace gelora::payment
