#include "auth/revocations.hpp"

#include <algorithm>

namespace gelora::auth {
namespace {

// The lifetime of an access token, with a minute for clocks that differ.
constexpr std::chrono::minutes longest_token{11};

}  // namespace

bool Revocations::Entries::void_token(const Caller& caller) const {
  if (!sessions.empty() && sessions.contains(caller.session.value)) return true;
  if (users.empty()) return false;
  const auto found = users.find(caller.user.value);
  return found != users.end() && caller.generation < found->second;
}

void Revocations::end_session(base::SessionId session) { fresh_.sessions.insert(session.value); }

void Revocations::end_before(base::UserId user, std::uint32_t generation) {
  auto& known = fresh_.users[user.value];
  known = std::max(known, generation);
}

bool Revocations::voids(const Caller& caller) const { return fresh_.void_token(caller) || old_.void_token(caller); }

void Revocations::heard(Steady now) {
  heard_at_ = now;
  if (!heard_ever_) turned_at_ = now;
  heard_ever_ = true;
  if (now - turned_at_ < longest_token) return;
  old_ = std::move(fresh_);
  fresh_ = {};
  turned_at_ = now;
}

}  // namespace gelora::auth
