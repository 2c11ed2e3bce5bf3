#include "booking/simulation/database.hpp"

#include <algorithm>

#include "base/unavailable.hpp"

namespace gelora::booking::simulation {

using namespace std::chrono_literals;

namespace {
constexpr UserId somebody_else{999};  // writes past every desk, and past the journal
}

Database::Database(std::vector<std::shared_ptr<const Show>> shows, Guards guards, std::uint64_t seed)
    : guards_(guards), random_(seed) {
  for (const auto& show : shows) {
    shows_[show->id] = show;
    leases_[show->id];
    claims[show->id];
    journal[show->id];
  }
}

void Database::run(Instant now) {
  now_ = now;
  while (!due_.empty() && due_.begin()->first <= now) {
    auto work = std::move(due_.begin()->second);
    due_.erase(due_.begin());
    work();
  }
}

Directory Database::directory() const {
  Directory directory;
  for (const auto& [owner, until] : alive_) directory.instances += until > now_;
  for (const auto& [show, row] : leases_) {
    const auto found = alive_.find(row.owner);
    const bool alive = found != alive_.end() && found->second > now_;
    directory.leases.push_back({show, row.version, alive ? row.owner : std::string{}, {}});
  }
  return directory;
}

Database::Renewal Database::renew(const std::string& owner, Instant until) {
  if (locks_of_instances_ > 0) {
    const Instant since = waits_since_.try_emplace(owner, now_).first->second;
    if (since + 3s < now_) starved = owner;
    return Renewal::waits;
  }
  waits_since_.erase(owner);
  if (alive_[owner] <= now_) return Renewal::lapsed;
  alive_[owner] = until;
  return Renewal::renewed;
}

// The UPDATE asks in a subquery whether the lease's owner is alive. READ COMMITTED reads that without a lock; REPEATABLE READ
// keeps every row of `instances` locked until the transaction ends (tests/service/isolation.test.ts sees both).
Database::Taking::Taking(Database& database, ShowId show, std::string owner) : database_(database) {
  if (database.down) throw base::Unavailable("the database is away");
  LeaseRow& lease = database.leases_.at(show);
  const bool asks = !lease.owner.empty() && lease.owner != owner;
  const auto other = database.alive_.find(lease.owner);
  locks_instances_ = asks && !database.guards_.read_committed;
  database.locks_of_instances_ += locks_instances_;
  if (asks && other != database.alive_.end() && other->second > database.now_) return;
  lease.owner = std::move(owner);
  epoch = ++lease.epoch;
  version = ++lease.version;
}

Database::Taking::~Taking() { database_.locks_of_instances_ -= locks_instances_; }

StoredShow Database::read(ShowId show, const Taking& lease) {
  StoredShow stored;
  stored.show = shows_.at(show);
  stored.epoch = *lease.epoch;
  stored.version = lease.version;
  for (const auto& [id, row] : holds) {
    if (row.show != show) continue;
    StoredShow::StoredHold hold{row, false, false};
    hold.row.places.clear();
    for (const auto& claim : claims[show]) {
      if (claim.hold != id) continue;
      hold.live = true;
      hold.sold = hold.sold || claim.sold;
      hold.row.places.push_back(claim.place);
    }
    if (!hold.live) hold.row.places = row.places;
    stored.holds.push_back(std::move(hold));
  }
  for (const auto& [id, booking] : bookings) {
    if (booking.row.show != show) continue;
    auto tickets = booking.tickets;
    for (auto& ticket : tickets) {
      for (const auto& [key, offer] : offers) {
        if (offer.status != TransferStatus::offered || offer.offer.ticket != ticket.id) continue;
        ticket.offer = key;
        ticket.offer_ends = offer.offer.expires_at;
      }
    }
    stored.bookings.push_back({id, booking.row.hold, booking.row.user, booking.status, booking.row.price.total,
                               booking.row.pay_by, booking.row.created_at, booking.payment, booking.row.attendees,
                               booking.row.intent, booking.lines, booking.decline_by, std::move(tickets),
                               booking.money.refunded_minor, booking.money.kept_minor, booking.dispute_decided});
  }
  for (const auto& [ticket, admission] : admissions) stored.admissions.emplace_back(ticket, admission);
  for (const auto& row : scans) {
    if (row.show == show) stored.scans.push_back({row.id, row.body, row.decision});
  }
  stored.room = simulation::read(rooms, show);
  return stored;
}

void Database::cancel(ShowId id) {
  auto cancelled = std::make_shared<Show>(*shows_.at(id));
  cancelled->state = ShowState::cancelled;
  ++cancelled->revision;
  shows_[id] = std::move(cancelled);
  jobs_.insert(id);
}

std::vector<BookingId> Database::open_bookings(ShowId show, BookingId after, std::size_t limit) const {
  if (down) throw base::Unavailable("the database is away");
  std::vector<BookingId> open;
  for (auto at = bookings.upper_bound(after); at != bookings.end() && open.size() < limit; ++at) {
    const auto& booking = at->second;
    const bool ended = booking.status != BookingStatus::awaiting_payment && !is_paid(booking.status);
    if (booking.row.show == show && !ended) open.push_back(at->first);
  }
  return open;
}

void Database::finish(ShowId show, std::uint64_t epoch) {
  if (down) throw base::Unavailable("the database is away");
  if (leases_.at(show).epoch == epoch) jobs_.erase(show);
}

void Database::give_back(ShowId show, const std::string& owner, std::uint64_t epoch) {
  if (down) throw base::Unavailable("the database is away");
  LeaseRow& lease = leases_.at(show);
  if (lease.owner == owner && lease.epoch == epoch) lease.owner.clear();
}

void Database::commit(Batch batch, std::string owner, std::shared_ptr<std::optional<CommitResult>> result) {
  const auto way = [this] { return Duration{1 + random_() % (1 + slowest.count())}; };
  const Instant there = now_ + way();
  const Instant back = there + way();
  const double fate = chance();
  const auto answer = [this, result](Instant at, CommitResult what) { due_.emplace(at, [result, what] { *result = what; }); };
  if (down || fate < lost_before) {
    answer(there, CommitResult::unknown);
  } else if (fate < lost_before + orphaned) {  // the connection is lost, and the transaction arrives all the same, much later
    answer(there, CommitResult::unknown);
    due_.emplace(there + 1ms + Duration{random_() % 2'000'000},
                 [this, b = std::move(batch), o = std::move(owner)] { apply(b, o); });
  } else {
    const bool lose = fate < lost_before + orphaned + lost_after;
    const bool refuse = !lose && fate < lost_before + orphaned + lost_after + refused;
    due_.emplace(there, [this, answer, back, lose, refuse, b = std::move(batch), o = std::move(owner)] {
      const auto what = refuse ? CommitResult::refused : apply(b, o);
      answer(back, lose ? CommitResult::unknown : what);
    });
  }
}

CommitResult Database::apply(const Batch& batch, const std::string& owner) {
  if (guards_.fence) {
    for (const auto& fence : batch.fences) {
      const LeaseRow& lease = leases_.at(fence.show);
      if (lease.owner != owner || lease.epoch != fence.epoch) return CommitResult::refused;
    }
  }
  for (const auto& row : batch.inbox) {
    if (inbox_.contains(row.event_id)) return CommitResult::refused;
  }
  for (const auto& row : batch.journal) {
    for (const auto& other : journal[row.show]) {
      if (other.version == row.version) return CommitResult::refused;
    }
  }
  for (const auto& row : batch.scans) {
    for (const auto& other : scans) {
      if (other.show == row.show && other.id == row.id) return CommitResult::refused;
    }
  }
  for (const auto& row : batch.admissions) {
    const bool first = row.admission.entries == 1 && row.admission.inside;
    if (first && admissions.contains(row.ticket)) return CommitResult::refused;
  }
  if (refuses(rooms, batch)) return CommitResult::refused;
  auto after = claims;
  for (const auto& change : batch.claims) {
    auto& rows = after[change.show];
    if (change.to == seats::SeatState::available) {
      std::erase_if(rows, [&](const Claim& claim) { return claim.place == change.place; });
    } else if (change.from != seats::SeatState::available) {
      for (auto& claim : rows) {
        if (claim.place == change.place) claim.sold = true;
      }
    } else {
      const bool taken = std::any_of(rows.begin(), rows.end(), [&](const Claim& claim) { return claim.place == change.place; });
      if (taken && guards_.primary_key) return CommitResult::refused;
      rows.push_back({change.place, change.hold, change.to == seats::SeatState::sold});
    }
  }
  claims = std::move(after);
  for (const auto& fence : batch.fences) leases_[fence.show].version = std::max(leases_[fence.show].version, fence.version);
  for (const auto& row : batch.inbox) inbox_.insert(row.event_id);
  for (const auto& row : batch.holds) holds[row.id] = row;
  for (const auto& change : batch.hold_changes) holds[change.id].status = change.status;
  for (const auto& row : batch.hold_places) holds[row.id].places = row.places;
  for (const auto& row : batch.bookings) {
    Booking booking{row, row.status, {}};
    for (const auto& line : row.lines) booking.lines.push_back(line.money);
    bookings[row.id] = std::move(booking);
  }
  for (const auto& change : batch.booking_changes) {
    bookings[change.id].status = change.status;
    if (change.payment) bookings[change.id].payment = change.payment;
  }
  for (const auto& row : batch.bookings_moved) {
    Booking& booking = bookings[row.id];
    booking.row.hold = row.hold;
    booking.decline_by = row.decline_by;
    booking.row.attendees = row.attendees;
    booking.lines.clear();
    for (const auto& line : row.lines) booking.lines.push_back(line.money);
  }
  for (const auto& row : batch.bookings_money) bookings[row.id].money = row;
  for (const auto& row : batch.disputes_decided) bookings[row.id].dispute_decided = row.event_id;
  for (const auto& row : batch.tickets)
    bookings[row.booking].tickets.push_back({row.id, row.place, TicketStatus::valid, row.user});
  for (const auto& change : batch.ticket_changes) {
    for (auto& [id, booking] : bookings) {
      for (auto& ticket : booking.tickets) {
        if (ticket.id == change.id) ticket.status = change.status;
      }
    }
  }
  for (const auto& row : batch.offers) offers[row.offer.id] = {row.offer, TransferStatus::offered};
  for (const auto& change : batch.offer_changes) {
    offers[change.id].status = change.status;
    offers[change.id].new_ticket = change.new_ticket;
    offers[change.id].receiver = change.receiver;
  }
  for (const auto& row : batch.admissions) admissions[row.ticket] = row.admission;
  for (const auto& row : batch.scans) scans.push_back(row);
  write(rooms, batch);
  for (const auto& row : batch.capacities) {
    auto changed = std::make_shared<Show>(*shows_.at(row.show));
    changed->zones[row.zone].capacity = row.capacity;
    ++changed->revision;
    shows_[row.show] = std::move(changed);
  }
  for (const auto& row : batch.outbox) outbox.push_back(row);
  for (const auto& row : batch.journal) journal[row.show].push_back(row);
  for (const auto& row : batch.deeds) ++deeds[row.kind];
  batches_.insert(batch.id);
  ++commits;
  return CommitResult::committed;
}

bool Database::has_committed(const Batch& batch) const {
  if (down) throw base::Unavailable("the database is away");
  return batches_.contains(batch.id);
}

void Database::write_claim_by_hand(ShowId show, seats::SeatNo place, HoldId hold) {
  auto& rows = claims[show];
  const bool taken = std::any_of(rows.begin(), rows.end(), [&](const Claim& claim) { return claim.place == place; });
  if (taken) return;
  HoldRow row{hold, show, somebody_else, HoldStatus::booked, seats::Placement::together, now_, now_ + 24h, {place}, {}};
  row.intent.key[15] = 7;
  row.intent.key[0] = static_cast<std::uint8_t>(place);
  row.intent.key[1] = static_cast<std::uint8_t>(show.value);
  holds[hold] = row;
  rows.push_back({place, hold, true});
}

namespace {

enum class Stage { held, kept, booked, sold, ended };

struct Replay {
  explicit Replay(const seats::Layout& layout) : zones(layout.zones) {}
  std::vector<seats::Zone> zones;  // each with the capacity that it has by now
  std::map<seats::SeatNo, HoldId> owner;
  std::map<HoldId, Stage> stage;

  std::size_t taken(const seats::Zone& planned) const {
    const auto end = owner.lower_bound(planned.first_place + planned.capacity);
    return static_cast<std::size_t>(std::distance(owner.lower_bound(planned.first_place), end));
  }
  // No standing zone has more places taken than it may have.
  std::string beyond_capacity(const seats::Layout& layout) const {
    for (std::size_t i = 0; i < zones.size(); ++i) {
      if (!zones[i].standing) continue;
      if (const auto all = taken(layout.zones[i]); all > zones[i].capacity)
        return std::to_string(all) + " places are taken of a zone that may have " + std::to_string(zones[i].capacity);
    }
    return {};
  }
  std::string set_capacity(const JournalRow& row) {
    auto& zone = zones.at(row.places.at(0));
    if (zone.capacity != row.places.at(1)) return "a capacity was another before than its entry says";
    zone.capacity = row.places.at(2);
    return {};
  }
  // What is illegal about this entry; empty when nothing is.
  std::string take(const JournalRow& row) {
    const auto found = stage.find(row.hold);
    const auto at = [&](Stage wanted) { return found != stage.end() && found->second == wanted; };
    switch (row.kind) {
      case JournalKind::held:
      case JournalKind::kept:
        if (found != stage.end()) return "a hold was made twice";
        for (const auto place : row.places) {
          if (!owner.try_emplace(place, row.hold).second) return "place " + std::to_string(place) + " was given twice";
        }
        stage[row.hold] = row.kind == JournalKind::kept ? Stage::kept : Stage::held;
        return {};
      case JournalKind::let_go:
        if (!at(Stage::kept)) return "what was let go was not kept";
        return free(row, row.places);
      case JournalKind::moved: return move(row, at(Stage::sold));
      case JournalKind::renamed: return at(Stage::sold) ? "" : "a ticket was renamed that was not sold";
      case JournalKind::booked:
        if (!at(Stage::held)) return "what was booked was not held";
        found->second = Stage::booked;
        return {};
      case JournalKind::confirmed:
        if (!at(Stage::booked)) return "what was sold was not booked";
        found->second = Stage::sold;
        return {};
      case JournalKind::released:
      case JournalKind::expired:
        if (!at(Stage::held)) return "what ended was not held";
        return end(row);
      case JournalKind::cancelled:
      case JournalKind::booking_expired:
        if (!at(Stage::booked)) return "a booking ended that was not open";
        return end(row);
      case JournalKind::resold:
      case JournalKind::sold_at_counter:
        if (found != stage.end()) return "a hold was made twice";
        for (const auto place : row.places) {
          if (!owner.try_emplace(place, row.hold).second) return "place " + std::to_string(place) + " was given twice";
        }
        stage[row.hold] = Stage::sold;
        return {};
      case JournalKind::returned:
        if (!at(Stage::sold)) return "what was returned was not sold";
        for (const auto place : row.places) {
          if (owner[place] != row.hold) return "place " + std::to_string(place) + " was returned by another";
          owner.erase(place);
        }
        return {};
      case JournalKind::turned_away:
      case JournalKind::entered_room:
      case JournalKind::left_room:
      case JournalKind::drawn:
      case JournalKind::called: return {};
      case JournalKind::capacity_set: return set_capacity(row);
      case JournalKind::admitted:
      case JournalKind::passed:
        if (!at(Stage::sold)) return "somebody came in by a ticket that was not sold";
        for (const auto place : row.places) {
          if (!owner.contains(place) || owner[place] != row.hold)
            return "somebody came in by the ticket of place " + std::to_string(place) + ", which was given back";
        }
        return {};
      case JournalKind::transferred:
      case JournalKind::offered: return at(Stage::sold) ? "" : "a ticket changed hands that was not sold";
      case JournalKind::offer_ended:
      case JournalKind::frozen:
      case JournalKind::restored:
      case JournalKind::refund_due:
      case JournalKind::refunded: return found == stage.end() ? "a refund without a hold" : "";
    }
    return {};
  }
  std::string end(const JournalRow& row) {
    stage[row.hold] = Stage::ended;
    return free(row, row.places);
  }
  std::string free(const JournalRow& row, std::span<const seats::SeatNo> places) {
    for (const auto place : places) {
      const auto at = owner.find(place);
      if (at == owner.end() || at->second != row.hold) return "place " + std::to_string(place) + " was freed by another";
      owner.erase(at);
    }
    return {};
  }
  std::string move(const JournalRow& row, bool sold) {
    if (!sold) return "what was moved was not sold";
    const auto half = std::span{row.places}.subspan(row.places.size() / 2);
    if (auto fault = free(row, std::span{row.places}.first(row.places.size() / 2)); !fault.empty()) return fault;
    for (const auto place : half) {
      if (!owner.try_emplace(place, row.hold).second) return "place " + std::to_string(place) + " was given twice";
    }
    return {};
  }
};

}  // namespace

std::string Database::first_contradiction() const {
  for (const auto& [id, show] : shows_) {
    std::map<seats::SeatNo, HoldId> owner;
    for (const auto& claim : claims.at(show->id)) {
      if (!owner.try_emplace(claim.place, claim.hold).second)
        return "show " + show->id.text() + ": place " + std::to_string(claim.place) + " has two claims";
    }
    const auto& layout = show->hall->layout;
    Replay replay(layout);
    auto rows = journal.at(show->id);
    std::stable_sort(rows.begin(), rows.end(), [](const JournalRow& a, const JournalRow& b) { return a.version < b.version; });
    std::uint64_t last = 0;
    for (const auto& row : rows) {
      if (row.version == last) return "show " + show->id.text() + ": version " + std::to_string(last) + " twice";
      last = row.version;
      auto fault = replay.take(row);
      if (fault.empty()) fault = replay.beyond_capacity(layout);
      if (!fault.empty()) return "show " + show->id.text() + ", version " + std::to_string(row.version) + ": " + fault;
    }
    for (std::size_t i = 0; i < layout.zones.size(); ++i) {
      if (replay.zones[i].capacity != show->capacity_of(i))
        return "show " + show->id.text() + ": the capacity of zone " + std::to_string(i) + " is not the journal's";
    }
    std::erase_if(owner, [this](const auto& one) { return holds.at(one.second).user == somebody_else; });
    if (replay.owner != owner) return "show " + show->id.text() + ": the journal does not lead to today's claims";
    for (const auto& claim : claims.at(show->id)) {
      if (!replay.stage.contains(claim.hold)) continue;
      if (claim.sold != (replay.stage.at(claim.hold) == Stage::sold))
        return "show " + show->id.text() + ": a claim is in the wrong state";
    }
  }
  for (const auto& [id, booking] : bookings) {
    const bool called_off = shows_.at(booking.row.show)->state == ShowState::cancelled && !jobs_.contains(booking.row.show);
    if (called_off && (is_paid(booking.status) || booking.status == BookingStatus::awaiting_payment))
      return "booking " + id.text() + " is " + std::string{name_of(booking.status)} + ", and its show is called off";
    std::set<seats::SeatNo> live, sold;
    for (const auto& ticket : booking.tickets) {
      if (ticket.status == TicketStatus::voided || ticket.status == TicketStatus::transferred) continue;
      if (!live.insert(ticket.place).second)
        return "booking " + id.text() + " has two tickets for place " + std::to_string(ticket.place);
    }
    for (const auto& claim : claims.at(booking.row.show)) {
      if (claim.hold == booking.row.hold && claim.sold) sold.insert(claim.place);
    }
    if (live != sold) return "booking " + id.text() + " has tickets for other places than it was sold";
    if (live.empty() == is_paid(booking.status))
      return "booking " + id.text() + " is " + std::string{name_of(booking.status)} + " with " + std::to_string(live.size()) +
             " tickets";
  }
  for (const auto& [id, show] : shows_) {
    if (!show->has_room() || !rooms.contains(id)) continue;
    if (auto fault = wrong_turn(rooms.at(id), *show, holds); !fault.empty()) return fault;
  }
  return wrong_offer();
}

// A ticket is given away once, by the offer that says so, and only to whom the offer says.
std::string Database::wrong_offer() const {
  std::map<TicketId, const StoredShow::StoredTicket*> tickets;
  std::size_t given = 0;
  for (const auto& [id, booking] : bookings) {
    for (const auto& ticket : booking.tickets) {
      tickets[ticket.id] = &ticket;
      given += ticket.status == TicketStatus::transferred;
    }
  }
  std::set<TicketId> live;
  for (const auto& [id, offer] : offers) {
    const auto* old = tickets.at(offer.offer.ticket);
    const bool counts = offer.status == TransferStatus::offered || offer.status == TransferStatus::accepted;
    if (counts && !live.insert(old->id).second) return "ticket " + old->id.text() + " has two offers";
    if (offer.status != TransferStatus::accepted) continue;
    const auto fresh = tickets.find(offer.new_ticket);
    if (fresh == tickets.end() || fresh->second->owner != offer.receiver || fresh->second->place != old->place ||
        old->status != TicketStatus::transferred)
      return "offer " + id.text() + " was taken, and its tickets say otherwise";
    --given;
  }
  return given == 0 ? "" : "a ticket was given away without an offer";
}

std::string Database::overdue_claims(Instant now) const {
  for (const auto& [show, rows] : claims) {
    for (const auto& claim : rows) {
      const HoldRow& hold = holds.at(claim.hold);
      if (hold.status == HoldStatus::active && hold.expires_at + 5s < now)
        return "hold " + hold.id.text() + " is overdue and not freed";
    }
  }
  return {};
}

}  // namespace gelora::booking::simulation
