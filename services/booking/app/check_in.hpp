// Use case: gates tell what they scanned, at once or when they have a network again.
#pragma once
#include "booking/app/app.hpp"
#include "booking/domain/ticket_code.hpp"

namespace gelora::booking {

// One scan as a gate tells it.
struct ScanWish {
  std::string id, code, gate;
  std::optional<TicketId> by_hand;  // found by name, instead of a code
  Direction direction = Direction::in;
  Instant at;           // believed
  bool let_in = false;  // by the gate itself
};

// Who scanned: a person, or the key of a machine.
struct GateKeeper {
  std::uint64_t id = 0;
  bool machine = false;
};

// Checks the codes and has the show's desk decide, in the order of the scans; all become durable together, or none.
Task<Scanned> check_in(App& app, const TicketSigner& signer, std::shared_ptr<const Show> show, GateKeeper keeper,
                       std::vector<ScanWish> wishes);

}  // namespace gelora::booking
