#include "user/domain/session.hpp"

#include <algorithm>

namespace gelora::user {

Rotation rotate(const Session& session, std::uint32_t generation, Instant now) {
  if (session.ended_at || session.expires_at <= now || generation > session.generation) return SessionOver{};
  if (generation == session.generation) return Rotated{generation + 1, session_end(session.created_at, now)};
  if (generation + 1 == session.generation && now - session.rotated_at <= successor_window) return SameSuccessor{};
  return Replayed{};
}

Instant session_end(Instant created_at, Instant now) { return std::min(now + session_idle, created_at + session_longest); }

}  // namespace gelora::user
