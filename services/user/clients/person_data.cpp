#include "user/clients/person_data.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

namespace gelora::user {
namespace {

struct Page {
  boost::json::array items;
  std::string next;  // empty: this is the last
};

// {"items": […], "next_cursor": "…" | null}
Page read_page(const std::string& text) {
  boost::system::error_code error;
  boost::json::value value = boost::json::parse(text, error);
  auto* object = error ? nullptr : value.if_object();
  auto* items = object == nullptr ? nullptr : object->if_contains("items");
  const auto* next = object == nullptr ? nullptr : object->if_contains("next_cursor");
  if (items == nullptr || !items->is_array() || next == nullptr) throw base::Unavailable("a page of somebody's data is no page");
  return {std::move(items->get_array()), next->is_string() ? std::string{next->get_string()} : std::string{}};
}

}  // namespace

PersonData::PersonData(loop::Loop& loop, auth::ServiceTokens& tokens, const Clock& clock, const std::string& booking_url,
                       const std::string& payment_url)
    : tokens_(tokens), clock_(clock), booking_(loop, booking_url), payment_(loop, payment_url) {}

Task<boost::json::array> PersonData::bookings_of(UserId user) {
  co_return co_await all_pages(booking_, "booking-service", user, "bookings");
}

Task<boost::json::array> PersonData::transfers_of(UserId user) {
  co_return co_await all_pages(booking_, "booking-service", user, "transfers");
}

Task<boost::json::array> PersonData::payments_of(UserId user) {
  co_return co_await all_pages(payment_, "payment-service", user, "payments");
}

Task<boost::json::array> PersonData::waiting_of(UserId user) {
  co_return co_await all_pages(booking_, "booking-service", user, "waiting");
}

Task<boost::json::array> PersonData::all_pages(http::Client& client, std::string service, UserId user, std::string what) {
  boost::json::array all;
  std::string cursor;
  do {
    http::Call call;
    call.target = "/internal/users/" + user.text() + "/" + what + "?limit=100" + (cursor.empty() ? "" : "&cursor=" + cursor);
    call.headers.emplace_back("Authorization", "Bearer " + tokens_.issue(service, user, clock_.now()));
    const auto reply = co_await client.send(std::move(call));
    if (reply.status != 200) throw base::Unavailable(service + " answered " + std::to_string(reply.status));
    auto page = read_page(reply.body);
    for (auto& item : page.items) all.push_back(std::move(item));
    if (page.next == cursor) break;
    cursor = page.next;
  } while (!cursor.empty());
  co_return all;
}

}  // namespace gelora::user
