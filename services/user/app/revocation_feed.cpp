#include "user/app/revocation_feed.hpp"

#include <algorithm>

#include "telemetry/log.hpp"

namespace gelora::user {
namespace {

using namespace std::chrono_literals;

// Longer than an access token lives.
constexpr auto worth_telling = 12min;

}  // namespace

RevocationFeed::RevocationFeed(loop::Loop& loop, mysql::Pool& pool, auth::AccessTokenVerifier& own, const Clock& clock)
    : pool_(pool), own_(own), clock_(clock), wake_(loop), news_(loop) {}

Task<> RevocationFeed::load() {
  const auto all = co_await revocations_since(pool_, clock_.now() - worth_telling);
  take(all);
}

Task<> RevocationFeed::run() {
  for (;;) {
    co_await wake_.wait_for(100ms);
    std::string fault;
    try {
      co_await read_more();
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("revocations cannot be read", {{"what", fault}});
  }
}

Task<> RevocationFeed::read_more() {
  const auto more = co_await revocations_after(pool_, position_);
  take(more);
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
  own.heard(std::chrono::steady_clock::now());
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
  if (own_.revocations().is_silent(std::chrono::steady_clock::now())) co_return std::nullopt;
  Page page{position_, {}};
  auto next = known_.begin();
  if (position)
    next = std::partition_point(known_.begin(), known_.end(),
                                [&position](const Known& one) { return one.revocation.position <= *position; });
  for (; next != known_.end(); ++next) page.entries.push_back(next->revocation);
  co_return page;
}

}  // namespace gelora::user
