// What a buyer, or who has a ticket of the booking, is told by mail about it. Numbers are those of the database.
#pragma once
#include <cstdint>

namespace gelora::booking {

// What `detail` (JSON) of the row has; reasons are names of RefundReason, words an organiser's own:
enum class ReceiptKind : std::uint8_t {
  tickets = 1,         // {}
  refund = 2,          // {"amount_minor", "currency", "reason", "words"?, "corrects_sale"}: it is on its way back
  substituted = 3,     // {"old": [label…], "new": [label…], "decline_by": RFC 3339}: paid late, other seats were given
  late_refund = 4,     // as refund: the money bought nothing and goes back
  show_cancelled = 5,  // {}
  tickets_again = 6,   // {}: the buyer asked for the mail once more
  // Of a ticket that went from one person to another:
  ticket_given = 7,     // {"transfer"}: to who gave it
  ticket_received = 8,  // {"ticket"}: to who has it now
  ticket_ended = 9,     // {"place"}: to who had it, and it is void now
  moved = 10,           // {"old": [label…], "new": [label…]}: the organiser gave other seats, to who has the tickets
};

}  // namespace gelora::booking
