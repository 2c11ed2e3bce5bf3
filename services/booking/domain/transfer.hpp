// A ticket that goes from one person to another: offered by mail, taken with the token of the link in it. Pure.
#pragma once
#include <array>
#include <string>
#include <string_view>

#include "base/ids.hpp"
#include "base/time.hpp"

namespace gelora::booking {

using TransferId = base::Id<struct TransferTag>;

// Numbers are those of the database.
enum class TransferStatus : std::uint8_t {
  offered = 1,
  accepted = 2,
  taken_back = 3,  // by who offered it
  ended = 4,       // nobody took it in time, or its ticket is void
};

// As it is told: an offer whose time is up is "expired", whether the database says so already or not.
std::string_view name_of(TransferStatus status, base::Instant expires_at, base::Instant now);

// Three days, and never longer than until the show begins.
base::Instant transfer_ends(base::Instant now, base::Instant show_starts_at);

// The first word of a person's name, for somebody who may not know them; nothing that a mail program would turn into a link.
std::string first_name(std::string_view name);

using TokenHash = std::array<std::uint8_t, 32>;

}  // namespace gelora::booking
