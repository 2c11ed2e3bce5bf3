// gelora-audit: proves from the database alone, in one consistent snapshot, that no place was given twice, that sold + held +
// free + blocked = all places of the plan after every entry of the journal, and never more of a standing zone than it may have,
// and that journal = seat_claims = holds = bookings = tickets today; and that no promo code was used more often, in all or by one
// person, than it may be; and that a ticket which was given away is its receiver's alone. Reads only; may run beside a running
// system. Prints the first contradiction of each show with its rows; status 1 then.
#include <array>
#include <boost/json.hpp>
#include <cstdio>
#include <set>

#include "base/ids.hpp"
#include "loop/run.hpp"
#include "mysql/connection.hpp"
#include "replay.hpp"
#include "telemetry/log.hpp"

namespace gelora::audit {
namespace {

using loop::Task;
using mysql::Connection, mysql::i64, mysql::u64, mysql::text;

constexpr auto select_shows =
    "SELECT s.id, s.slug, p.document, l.version, s.published FROM shows s JOIN seating_plans p ON p.id = s.plan_id JOIN "
    "show_leases l ON "
    "l.show_id = s.id ORDER BY s.id";
#define ENTRIES_OF(table)                                                                           \
  "SELECT version, CAST(kind AS UNSIGNED), hold_id, booking_id, user_id, places, at_us FROM " table \
  " WHERE show_id = ? AND version > ? ORDER BY version LIMIT 20000"
// In this order: of a show of long ago the beginning, or all of it, is in the history.
constexpr std::array select_journal{ENTRIES_OF("journal_history"), ENTRIES_OF("journal")};
#undef ENTRIES_OF
constexpr auto select_publications =
    "SELECT at_us FROM catalogue_changes WHERE show_id = ? AND event = 'show_published' ORDER BY id";
constexpr auto select_capacities = "SELECT zone_no, capacity FROM show_zones WHERE show_id = ? AND capacity IS NOT NULL";
constexpr auto select_claims = "SELECT seat_no, hold_id, CAST(state AS UNSIGNED) FROM seat_claims WHERE show_id = ?";
constexpr auto select_holds = "SELECT id, user_id, CAST(status AS UNSIGNED), places FROM holds WHERE show_id = ?";
constexpr auto select_bookings = "SELECT id, hold_id, user_id, CAST(status AS UNSIGNED) FROM bookings WHERE show_id = ?";
constexpr auto select_tickets =
    "SELECT seat_no, booking_id, user_id FROM tickets WHERE show_id = ? AND status IN (1, 2, 5) ORDER BY id";

// Tickets that were given away; offers that were taken; those whose tickets are as they say.
constexpr auto count_transfers =
    "SELECT (SELECT COUNT(*) FROM tickets WHERE show_id = ? AND status = 4), (SELECT COUNT(*) FROM ticket_transfers WHERE "
    "show_id = ? AND status = 2), (SELECT COUNT(*) FROM ticket_transfers x JOIN tickets a ON a.id = x.ticket_id JOIN tickets b "
    "ON b.id = x.new_ticket_id WHERE x.show_id = ? AND x.status = 2 AND a.status = 4 AND a.user_id = x.sender_id AND b.user_id "
    "= x.receiver_id AND a.seat_no = b.seat_no AND a.booking_id = b.booking_id)";

// Who came in, and what gates say of it: admissions; entries by them; scans that let in; the same by the counts of gates; used
// tickets without an admission, and admissions by tickets that were never used.
constexpr auto count_admissions =
    "SELECT (SELECT COUNT(*) FROM admissions WHERE show_id = ?), (SELECT CAST(COALESCE(SUM(entries), 0) AS UNSIGNED) FROM "
    "admissions WHERE show_id = ?), (SELECT COUNT(*) FROM scans WHERE show_id = ? AND result = 1), (SELECT "
    "CAST(COALESCE(SUM(admitted), 0) AS UNSIGNED) FROM gate_counts WHERE show_id = ?), (SELECT CAST(COALESCE(SUM(entries), 0) AS "
    "UNSIGNED) FROM gate_counts WHERE show_id = ?), (SELECT COUNT(*) FROM tickets t LEFT JOIN admissions a ON a.ticket_id = t.id "
    "WHERE t.show_id = ? AND t.status = 2 AND a.ticket_id IS NULL), (SELECT COUNT(*) FROM admissions a JOIN tickets t ON t.id = "
    "a.ticket_id WHERE a.show_id = ? AND t.status IN (1, 4, 5))";

// What organisers did, as it was written down for them; those that the journal tells alike; groups of house seats that are kept.
#define TOLD_ALIKE(table)                                                                                              \
  "(SELECT COUNT(*) FROM deeds d JOIN " table                                                                          \
  " j ON j.show_id = d.show_id AND j.version = d.version AND j.kind = d.kind AND j.user_id = d.by_id AND j.hold_id = " \
  "d.hold_id WHERE d.show_id = ?)"
constexpr auto count_deeds =
    "SELECT (SELECT COUNT(*) FROM deeds WHERE show_id = ?), CAST(" TOLD_ALIKE("journal") " + " TOLD_ALIKE(
        "journal_history") " AS UNSIGNED), (SELECT COUNT(*) FROM house_seats k JOIN holds h ON h.id = k.hold_id WHERE k.show_id = ? AND h.status = 1)";
#undef TOLD_ALIKE

constexpr auto select_codes =
    "SELECT p.id, p.used, p.max_uses, COUNT(u.booking_id) FROM promo_codes p LEFT JOIN promo_uses u ON u.promo_id = p.id WHERE "
    "p.show_id = ? GROUP BY p.id, p.used, p.max_uses";
constexpr auto select_uses_of_people =
    "SELECT p.id, u.user_id, COUNT(*), p.per_person FROM promo_codes p JOIN promo_uses u ON u.promo_id = p.id WHERE p.show_id = "
    "? "
    "GROUP BY p.id, u.user_id, p.per_person HAVING COUNT(*) > p.per_person LIMIT 1";
constexpr auto select_sold_without_use =
    "SELECT b.id, b.promo_id FROM bookings b WHERE b.show_id = ? AND b.promo_id <> 0 AND EXISTS (SELECT 1 FROM tickets t WHERE "
    "t.booking_id = b.id) AND NOT EXISTS (SELECT 1 FROM promo_uses u WHERE u.booking_id = b.id) LIMIT 1";

std::vector<std::uint32_t> places_of(const std::string& blob) {
  std::vector<std::uint32_t> places;
  for (std::size_t i = 0; i + 4 <= blob.size(); i += 4) {
    std::uint32_t place = 0;
    for (std::size_t k = 0; k < 4; ++k) place = place << 8 | static_cast<unsigned char>(blob[i + k]);
    places.push_back(place);
  }
  return places;
}

struct Places {
  std::uint32_t all = 0;
  std::vector<Standing> standing;  // after all the seats
};

Places places_of_plan(const std::string& document) {
  const auto plan = boost::json::parse(document);
  Places places;
  const auto& sections = plan.at("sections").as_array();
  for (const auto& section : sections) {
    const auto& rows = section.at("rows").as_array();
    for (const auto& row : rows) places.all += static_cast<std::uint32_t>(row.at("seats").as_array().size());
  }
  const auto& zones = plan.at("zones").as_array();
  for (std::uint32_t i = 0; i < zones.size(); ++i) {
    if (zones[i].at("kind").as_string() != "standing") continue;
    const auto capacity = zones[i].at("capacity").to_number<std::uint32_t>();
    places.standing.push_back({i, places.all, capacity});
    places.all += capacity;
  }
  return places;
}

struct AuditedShow {
  std::uint64_t id = 0;
  std::string slug;
  Places places;
  std::uint64_t version = 0;  // of its lease
  bool published = false;
};

// The numbers of the database.
constexpr std::uint64_t hold_active = 1, hold_booked = 2, hold_released = 3, hold_expired = 4;
constexpr std::uint64_t awaiting_payment = 1, confirmed = 2, expired = 3, cancelled = 4, refund_pending = 5, refunded = 6,
                        partially_refunded = 7, substituted = 8;

bool status_fits(HoldStage stage, std::uint64_t status) {
  switch (stage) {
    case HoldStage::held:
    case HoldStage::kept: return status == hold_active;
    case HoldStage::booked:
    case HoldStage::sold: return status == hold_booked;
    case HoldStage::over: return status == hold_released || status == hold_expired;
  }
  return false;
}

bool status_fits(BookingStage stage, std::uint64_t status) {
  switch (stage) {
    case BookingStage::open: return status == awaiting_payment;
    case BookingStage::confirmed:
      return status == confirmed || status == substituted || status == partially_refunded || status == refund_pending ||
             status == refunded;
    case BookingStage::expired: return status == expired || status == refund_pending || status == refunded;
    case BookingStage::cancelled: return status == cancelled || status == refund_pending || status == refunded;
  }
  return false;
}

std::string number(std::uint64_t value) { return std::to_string(value); }

class Auditor {
 public:
  explicit Auditor(Connection& db) : db_(db) {}

  // The first contradiction; empty when there is none.
  Task<std::string> audit(AuditedShow show) {
    Replay replay(show.places.all, show.places.standing);
    std::string fault = co_await replay_journal(show, replay);
    if (fault.empty()) fault = co_await compare_claims(show, replay);
    if (fault.empty()) fault = co_await compare_holds(show, replay);
    if (fault.empty()) fault = co_await compare_bookings(show, replay);
    if (fault.empty()) fault = co_await compare_tickets(show, replay);
    if (fault.empty()) fault = co_await compare_admissions(show, replay);
    if (fault.empty()) fault = co_await compare_promo_codes(show);
    if (fault.empty()) fault = co_await compare_deeds(show, replay);
    if (fault.empty()) fault = co_await compare_capacities(show, replay);
    std::printf("%-32s %8llu entries  %7u sold + %6u held + %7u free + %6u blocked = %7u   %s\n", show.slug.c_str(),
                static_cast<unsigned long long>(replay.entries()), replay.sold(), replay.held(), replay.free(), replay.blocked(),
                show.places.all, fault.empty() ? "ok" : "CONTRADICTION");
    std::fflush(stdout);
    co_return fault;
  }

 private:
  Task<std::string> replay_journal(AuditedShow show, Replay& replay) {
    std::uint64_t last = 0;
    const auto publications = co_await db_.query(select_publications, show.id);
    std::size_t published = 0;  // so many of them came before the entry
    for (std::size_t part = 0; part < select_journal.size();) {
      const auto page = co_await db_.query(select_journal[part], show.id, last);
      if (page.rows().empty()) {
        ++part;
        continue;
      }
      for (const auto row : page.rows()) {
        Entry entry{u64(row.at(0)), static_cast<Kind>(u64(row.at(1))), u64(row.at(2)), u64(row.at(3)),
                    u64(row.at(4)), places_of(text(row.at(5)))};
        last = entry.version;
        for (; published < publications.rows().size() && i64(publications.rows().at(published).at(0)) <= i64(row.at(6));
             ++published)
          replay.was_a_draft();
        if (const auto fault = replay.take(entry); !fault.empty()) co_return "journal " + to_text(entry) + ": " + fault;
      }
      if (const auto fault = replay.check_sums(); !fault.empty())
        co_return "journal up to version " + number(last) + ": " + fault;
    }
    if (published < publications.rows().size() || !show.published) replay.was_a_draft();
    if (last > show.version) co_return "the journal is at version " + number(last) + ", the lease at " + number(show.version);
    co_return std::string{};
  }

  Task<std::string> compare_claims(AuditedShow show, const Replay& replay) {
    const auto claims = co_await db_.query(select_claims, show.id);
    std::set<std::uint32_t> seen;
    for (const auto row : claims.rows()) {
      const auto place = static_cast<std::uint32_t>(u64(row.at(0)));
      const std::string claim =
          "claim of place " + number(place) + " by hold " + number(u64(row.at(1))) + ", state " + number(u64(row.at(2)));
      if (!seen.insert(place).second) co_return claim + ": the place has another claim";
      const auto owner = replay.owners().find(place);
      if (owner == replay.owners().end()) co_return claim + ": the journal says the place is free";
      if (owner->second != u64(row.at(1))) co_return claim + ": the journal says hold " + number(owner->second);
      const bool sold = replay.holds().at(owner->second).stage == HoldStage::sold;
      if ((u64(row.at(2)) == 2) != sold) co_return claim + ": the journal says " + (sold ? "sold" : "held");
    }
    for (const auto& [place, hold] : replay.owners()) {
      if (!seen.contains(place)) co_return "place " + number(place) + " has no claim; the journal says hold " + number(hold);
    }
    co_return std::string{};
  }

  Task<std::string> compare_holds(AuditedShow show, const Replay& replay) {
    const auto holds = co_await db_.query(select_holds, show.id);
    std::size_t live = 0;
    for (const auto row : holds.rows()) {
      const std::string hold =
          "hold " + number(u64(row.at(0))) + " of user " + number(u64(row.at(1))) + ", status " + number(u64(row.at(2)));
      const auto trail = replay.holds().find(u64(row.at(0)));
      if (trail == replay.holds().end()) co_return hold + ": the journal does not know it";
      if (trail->second.user != u64(row.at(1))) co_return hold + ": the journal says user " + number(trail->second.user);
      if (!status_fits(trail->second.stage, u64(row.at(2)))) co_return hold + ": the journal says otherwise";
      if (places_of(text(row.at(3))) != trail->second.places) co_return hold + ": the journal says other places";
      live += trail->second.stage != HoldStage::over;
    }
    std::size_t expected = 0;  // those that are over may have been removed
    for (const auto& [id, trail] : replay.holds()) expected += trail.stage != HoldStage::over;
    if (live != expected) co_return number(expected) + " holds are alive in the journal, " + number(live) + " in the table";
    co_return std::string{};
  }

  Task<std::string> compare_bookings(AuditedShow show, const Replay& replay) {
    const auto bookings = co_await db_.query(select_bookings, show.id);
    for (const auto row : bookings.rows()) {
      const std::string booking =
          "booking " + number(u64(row.at(0))) + " of hold " + number(u64(row.at(1))) + ", status " + number(u64(row.at(3)));
      const auto stage = replay.bookings().find(u64(row.at(0)));
      if (stage == replay.bookings().end()) co_return booking + ": the journal does not know it";
      if (!status_fits(stage->second, u64(row.at(3)))) co_return booking + ": the journal says otherwise";
      const auto found = replay.holds().find(u64(row.at(1)));
      if (found == replay.holds().end()) co_return booking + ": the journal does not know its hold";
      const auto& hold = found->second;
      if (hold.booking != u64(row.at(0)) || hold.user != u64(row.at(2)))
        co_return booking + ": not the hold or the user of the journal";
    }
    if (bookings.rows().size() != replay.bookings().size())
      co_return number(replay.bookings().size()) + " bookings in the journal, " + number(bookings.rows().size()) +
          " in the table";
    co_return std::string{};
  }

  Task<std::string> compare_tickets(AuditedShow show, const Replay& replay) {
    const auto tickets = co_await db_.query(select_tickets, show.id);
    std::set<std::uint32_t> seen;
    for (const auto row : tickets.rows()) {
      const auto place = static_cast<std::uint32_t>(u64(row.at(0)));
      const std::string ticket = "ticket of place " + number(place) + ", booking " + number(u64(row.at(1)));
      if (!seen.insert(place).second) co_return ticket + ": there is another one for this place";
      const auto owner = replay.owners().find(place);
      if (owner == replay.owners().end()) co_return ticket + ": the place is free";
      const auto& hold = replay.holds().at(owner->second);
      if (hold.stage != HoldStage::sold || hold.booking != u64(row.at(1)))
        co_return ticket + ": the place was not sold by this booking";
      if (replay.holder_of(place) != u64(row.at(2)))
        co_return ticket + " of user " + number(u64(row.at(2))) + ": the journal says user " + number(replay.holder_of(place));
    }
    if (seen.size() != replay.sold())
      co_return number(replay.sold()) + " places are sold, and " + number(seen.size()) + " tickets are valid";
    co_return co_await compare_transfers(show, replay);
  }

  Task<std::string> compare_transfers(AuditedShow show, const Replay& replay) {
    const auto found = co_await db_.query(count_transfers, show.id, show.id, show.id);
    const auto row = found.rows().at(0);
    if (u64(row.at(0)) != replay.transfers() || u64(row.at(1)) != replay.transfers() || u64(row.at(2)) != replay.transfers())
      co_return number(replay.transfers()) + " tickets were given away, " + number(u64(row.at(0))) + " are marked so, " +
          number(u64(row.at(1))) + " offers were taken, and " + number(u64(row.at(2))) + " led from the one ticket to the other";
    co_return std::string{};
  }

  Task<std::string> compare_admissions(AuditedShow show, const Replay& replay) {
    const auto id = show.id;
    const auto found = co_await db_.query(count_admissions, id, id, id, id, id, id, id);
    const auto row = found.rows().at(0);
    const std::uint64_t people = u64(row.at(0)), entries = u64(row.at(1));
    if (people != replay.admissions() || people != u64(row.at(3)))
      co_return number(replay.admissions()) + " tickets let somebody in by the journal, " + number(people) +
          " by their admissions, " + number(u64(row.at(3))) + " by the counts of the gates";
    if (entries != u64(row.at(2)) || entries != u64(row.at(4)))
      co_return number(entries) + " entries, " + number(u64(row.at(2))) + " scans that let in, " + number(u64(row.at(4))) +
          " counted at the gates";
    if (u64(row.at(5)) != 0) co_return number(u64(row.at(5))) + " tickets are used, and nobody came in by them";
    if (u64(row.at(6)) != 0) co_return number(u64(row.at(6))) + " tickets let somebody in, and are not used";
    co_return std::string{};
  }

  Task<std::string> compare_deeds(AuditedShow show, const Replay& replay) {
    const auto found = co_await db_.query(count_deeds, show.id, show.id, show.id, show.id);
    const auto row = found.rows().at(0);
    if (u64(row.at(0)) != replay.deeds() || u64(row.at(1)) != replay.deeds())
      co_return "organisers did " + number(replay.deeds()) + " things by the journal, " + number(u64(row.at(0))) +
          " are written down, and " + number(u64(row.at(1))) + " of them alike";
    std::uint64_t kept = 0;
    for (const auto& [id, hold] : replay.holds()) kept += hold.stage == HoldStage::kept;
    if (u64(row.at(2)) != kept)
      co_return number(kept) + " groups of house seats are kept by the journal, " + number(u64(row.at(2))) + " in the table";
    co_return std::string{};
  }

  Task<std::string> compare_capacities(AuditedShow show, Replay& replay) {
    std::map<std::uint32_t, std::uint32_t> today;
    for (const auto& zone : show.places.standing) today[zone.zone] = zone.places;
    const auto found = co_await db_.query(select_capacities, show.id);
    for (const auto row : found.rows())
      today[static_cast<std::uint32_t>(u64(row.at(0)))] = static_cast<std::uint32_t>(u64(row.at(1)));
    for (const auto& [zone, capacity] : today) {
      if (const auto fault = replay.check_capacity(zone, capacity); !fault.empty()) co_return fault;
    }
    co_return std::string{};
  }

  Task<std::string> compare_promo_codes(AuditedShow show) {
    const auto codes = co_await db_.query(select_codes, show.id);
    for (const auto row : codes.rows()) {
      const std::uint64_t used = u64(row.at(1)), most = u64(row.at(2)), uses = u64(row.at(3));
      const std::string code = "promo code " + number(u64(row.at(0))) + ", used " + number(used);
      if (used != uses) co_return code + ": there are " + number(uses) + " uses";
      if (used > most) co_return code + ": it has " + number(most);
    }
    const auto people = co_await db_.query(select_uses_of_people, show.id);
    for (const auto row : people.rows())
      co_return "promo code " + number(u64(row.at(0))) + " was used " + number(u64(row.at(2))) + " times by user " +
          number(u64(row.at(1))) + ", who has " + number(u64(row.at(3)));
    const auto sold = co_await db_.query(select_sold_without_use, show.id);
    for (const auto row : sold.rows())
      co_return "booking " + number(u64(row.at(0))) + " has tickets at the price of promo code " + number(u64(row.at(1))) +
          ", and no use of it";
    co_return std::string{};
  }

  Connection& db_;
};

Task<std::vector<AuditedShow>> read_shows(Connection& db) {
  const auto found = co_await db.query(select_shows);
  std::vector<AuditedShow> shows;
  for (const auto row : found.rows())
    shows.push_back({u64(row.at(0)), text(row.at(1)), places_of_plan(text(row.at(2))), u64(row.at(3)), u64(row.at(4)) != 0});
  co_return shows;
}

int run(std::vector<std::string> wanted) {
  base::Environment env;
  const auto settings = mysql::read_settings(env);
  env.finish();
  loop::Loop loop;
  std::size_t contradictions = 0, audited = 0;
  const int status = loop::run_once(loop, [&]() -> Task<> {
    const auto connection = co_await mysql::connect(loop, settings);
    Connection& db = *connection;
    db.set_deadline(std::chrono::minutes{10});
    co_await db.run("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    co_await db.run("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    const auto shows = co_await read_shows(db);
    Auditor auditor(db);
    for (const auto& show : shows) {
      bool asked = wanted.empty();
      for (const auto& name : wanted) asked = asked || name == show.slug || name == number(show.id);
      if (!asked) continue;
      ++audited;
      const std::string fault = co_await auditor.audit(show);
      if (fault.empty()) continue;
      ++contradictions;
      std::printf("  %s (show %s): %s\n", show.slug.c_str(), number(show.id).c_str(), fault.c_str());
    }
    co_await db.run("COMMIT");
  });
  if (status != 0) return 2;
  if (audited == 0) {
    std::fprintf(stderr, wanted.empty() ? "there is no show\n" : "there is no such show\n");
    return 2;
  }
  std::printf("%zu shows audited, %zu with a contradiction\n", audited, contradictions);
  return contradictions == 0 ? 0 : 1;
}

}  // namespace
}  // namespace gelora::audit

int main(int count, char** values) {
  gelora::telemetry::start_log("audit", "warn");
  std::vector<std::string> wanted(values + 1, values + count);
  if (!wanted.empty() && wanted[0].starts_with("-")) {
    std::puts(
        "usage: gelora-audit [SHOW...]   SHOW is an id or a slug; none: all shows. Reads GELORA_DB_* as booking-service does.");
    return 2;
  }
  try {
    return gelora::audit::run(std::move(wanted));
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "gelora-audit: %s\n", fault.what());
    return 2;
  }
}
