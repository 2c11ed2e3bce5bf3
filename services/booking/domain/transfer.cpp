#include "booking/domain/transfer.hpp"

#include <algorithm>

namespace gelora::booking {

using namespace std::chrono_literals;

std::string_view name_of(TransferStatus status, base::Instant expires_at, base::Instant now) {
  switch (status) {
    case TransferStatus::offered: return now < expires_at ? "offered" : "expired";
    case TransferStatus::accepted: return "accepted";
    case TransferStatus::taken_back: return "taken_back";
    case TransferStatus::ended: return "expired";
  }
  return "";
}

base::Instant transfer_ends(base::Instant now, base::Instant show_starts_at) { return std::min(now + 72h, show_starts_at); }

std::string first_name(std::string_view name) { return std::string{name.substr(0, name.find_first_of(" ./:@"))}; }

}  // namespace gelora::booking
