// A session and the rotation of its refresh token: each use moves the generation on; a token from the past means that it
// was copied, and ends the session. Two tabs that refresh with one token at nearly one time get one and the same successor.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "user/domain/account.hpp"

namespace gelora::user {

struct Session {
  SessionId id;
  UserId user;
  std::string secret;  // hex; part of what the refresh token proves
  std::uint32_t generation = 0;
  Instant created_at, rotated_at, expires_at;
  std::optional<Instant> ended_at;
  bool second_factor = false;  // opened with one
};

inline constexpr std::chrono::seconds successor_window{30};
inline constexpr std::uint64_t most_sessions = 50;             // of one person; the oldest makes room
inline constexpr std::chrono::hours session_idle{14 * 24};     // without a refresh
inline constexpr std::chrono::hours session_longest{90 * 24};  // from log-in

struct Rotated {  // the new generation, and until when
  std::uint32_t generation;
  Instant expires_at;
};
struct SameSuccessor {};  // the current generation again
struct Replayed {};       // a token from the past: end the session
struct SessionOver {};
using Rotation = std::variant<Rotated, SameSuccessor, Replayed, SessionOver>;

// What a genuine token of `generation` does to its session.
Rotation rotate(const Session& session, std::uint32_t generation, Instant now);

// The end of a session that was used now.
Instant session_end(Instant created_at, Instant now);

}  // namespace gelora::user
