// What a gate answers to a ticket. Pure: knows the ticket's state, and no code, clock or table.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "booking/domain/booking.hpp"

namespace gelora::booking {

// Numbers are those of the database.
enum class Direction : std::uint8_t { in = 1, out = 2 };

enum class ScanResult : std::uint8_t { admitted = 1, already_admitted = 2, refused = 3, left = 4 };
std::string_view name_of(ScanResult result);

enum class ScanRefusal : std::uint8_t {
  none = 0,
  unknown_code = 1,  // no code of ours, or of a ticket that there is not
  bad_signature = 2,
  wrong_show = 3,
  voided = 4,  // given back, given away, or its show is called off
  frozen = 5,
  wrong_zone = 6,      // this gate does not lead there
  code_too_old = 7,    // digits of another time, or a fixed code where they rotate
  not_inside = 8,      // who goes out was not in
  scan_id_reused = 9,  // for another scan; is not kept
  wrong_time = 10      // in the future, or too long ago; is not kept
};
std::string_view name_of(ScanRefusal refusal);

// That a ticket let somebody in.
struct Admission {
  Instant first_at;
  std::string gate;
  bool inside = true;
  std::uint32_t entries = 1;
  friend bool operator==(const Admission&, const Admission&) = default;
};

struct ScanVerdict {
  ScanResult result = ScanResult::refused;
  ScanRefusal refusal = ScanRefusal::none;
  friend bool operator==(const ScanVerdict&, const ScanVerdict&) = default;
};

// `admission`: null when nobody came in by the ticket yet. A used ticket without one was used elsewhere.
ScanVerdict judge_scan(TicketStatus status, const Admission* admission, Direction direction, bool reentry, bool right_gate);

// The admission after that verdict; nothing when it changes none.
std::optional<Admission> admission_after(const ScanVerdict& verdict, const Admission* before, Instant at,
                                         const std::string& gate);

// When a scan is taken to have been. What comes late, from a gate that had no network, is believed within limits; what comes at
// once is timed by the server. Nothing for a time in the future, or too long ago.
std::optional<Instant> believed_time(std::optional<Instant> scanned_at, Instant now);
inline constexpr std::chrono::hours oldest_scan{24};

}  // namespace gelora::booking
