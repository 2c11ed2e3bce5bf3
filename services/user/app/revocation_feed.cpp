#include "user/app/revocation_feed.hpp"

#include <algorithm>

#include "telemetry/log.hpp"

namespace gelora::user {
namespace {

using namespace std::chrono_literals;

// Longer than an access token lives.
constexpr auto worth_telling = 12min;
constexpr std::size_t most_entries = 5000;

}  // namespace

RevocationFeed::RevocationFeed(loop::Loop& loop, mysql::Pool& pool, auth::AccessTokenVerifier& own, const Clock& clock)
    : pool_(pool), own_(own), clock_(clock), wake_(loop), news_(loop) {}

Task<> RevocationFeed::load() {
  const auto all = co_await revocations_since(pool_, clock_.now() - worth_telling);
  take(all);
  own_.revocations().heard(std::chrono::steady_clock::now());
}

Task<> RevocationFeed::run() {
  bool more = false;
  for (;;) {
    if (!more) co_await wake_.wait_for(100ms);
    more = false;
    std::string fault;
    try {
      more = co_await read_more();
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("revocations cannot be read", {{"what", fault}});
  }
}

// Whether there may be more still.
Task<bool> RevocationFeed::read_more() {
  const auto asked = std::chrono::steady_clock::now();
  const auto more = co_await revocations_after(pool_, position_);
  take(more);
  if (more.size() == most_revocations_at_once) co_return true;
  own_.revocations().heard(asked);
  co_return false;
}

void RevocationFeed::take(const std::vector<Revocation>& more) {
  auto& own = own_.revocations();
  const Instant now = clock_.now();
  for (const auto& one : more) {
    if (const auto* session = std::get_if<SessionId>(&one.what)) own.end_session(*session);
    else own.end_before(std::get<TokensBefore>(one.what).user, std::get<TokensBefore>(one.what).generation);
    known_.push_back({one, now + worth_telling});
    position_ = one.position;
  }
  while (!known_.empty() && known_.front().until <= now) known_.pop_front();
  if (!more.empty()) news_.notify_all();
}

Task<std::optional<RevocationFeed::Page>> RevocationFeed::after(std::optional<std::uint64_t> position,
                                                                std::chrono::milliseconds limit) {
  const auto until = std::chrono::steady_clock::now() + limit;
  while (position && *position >= position_) {
    const auto left = until - std::chrono::steady_clock::now();
    if (left <= 0ms) break;
    co_await news_.wait_for(left);
  }
  const auto now = std::chrono::steady_clock::now();
  if (own_.revocations().is_silent(now)) co_return std::nullopt;
  Page page;
  page.position = position_;
  page.age = std::chrono::ceil<std::chrono::milliseconds>(now - own_.revocations().heard_at());
  auto next = known_.begin();
  if (position)
    next = std::partition_point(known_.begin(), known_.end(),
                                [&position](const Known& one) { return one.revocation.position <= *position; });
  for (; next != known_.end() && page.entries.size() < most_entries; ++next) page.entries.push_back(next->revocation);
  page.more = next != known_.end();
  if (page.more) page.position = page.entries.back().position;
  co_return page;
}

}  // namespace gelora::user
