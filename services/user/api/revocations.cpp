#include <boost/json/array.hpp>

#include "http/access.hpp"
#include "http/body.hpp"
#include "user/api/api.hpp"
#include "user/api/problems.hpp"

namespace gelora::user {
namespace {

boost::json::object to_json(const Revocation& one) {
  if (const auto* session = std::get_if<SessionId>(&one.what)) return {{"session", session->text()}};
  const auto& tokens = std::get<TokensBefore>(one.what);
  return {{"user", tokens.user.text()}, {"generation", tokens.generation}};
}

}  // namespace

// ?after=<position>: what came since then, waiting a moment for something to come; without it all that can still matter.
Task<Answer> get_revocations(Api& api, Request& request) {
  const auto after = request.query_value("after");
  std::optional<std::uint64_t> position;
  if (after) {
    position = *after == "0" ? std::optional<std::uint64_t>{0} : base::parse_id(*after);
    if (!position) co_return nothing_here();
  }
  const auto page = co_await api.app.revocations.after(position, http::longest_feed_wait);
  if (!page) co_return http::unavailable(1);
  boost::json::array entries;
  for (const auto& one : page->entries) entries.push_back(to_json(one));
  co_return http::json_answer(http::to_text(boost::json::object{{"position", std::to_string(page->position)},
                                                                {"entries", std::move(entries)},
                                                                {"more", page->more},
                                                                {"age_ms", page->age.count()}}));
}

}  // namespace gelora::user
