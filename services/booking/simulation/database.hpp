// The tables of the box office in memory, with the rules that MySQL would enforce, and the faults that it would have.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <queue>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "booking/box_office/lease_moves.hpp"
#include "booking/box_office/store.hpp"
#include "booking/domain/waitlist.hpp"
#include "booking/simulation/waiting_room.hpp"

namespace gelora::booking::simulation {

// Of the database; each can be taken away to see that the checks notice.
struct Guards {
  bool fence = true;
  bool primary_key = true;
  bool read_committed = true;  // else REPEATABLE READ
};

struct Claim {
  seats::SeatNo place = 0;
  HoldId hold;
  bool sold = false;
};

class Database {
 public:
  Database(std::vector<std::shared_ptr<const Show>> shows, Guards guards, std::uint64_t seed);

  // Runs what is due at `now`: transactions that were on their way.
  void run(Instant now);
  // Faults, switched by the schedule.
  bool down = false;
  double lost_before = 0, lost_after = 0, orphaned = 0, refused = 0;  // probabilities of a commit
  Duration slowest{};                                                 // of a commit's way there
  double stuck = 0;                                                   // that a process stands still while it takes a lease
  // How long it is in that transaction.
  Duration taking_lasts() { return chance() < stuck ? Duration{4'000'000} : Duration{10'000}; }

  // Leases, as the real store's SQL.
  void announce(const std::string& owner, Instant until) { alive_[owner] = until; }
  enum class Renewal { renewed, lapsed, waits };
  Renewal renew(const std::string& owner, Instant until);
  Directory directory() const;
  // The transaction that takes a lease, as long as this lives, and with it the locks that it has.
  class Taking {
   public:
    Taking(Database& database, ShowId show, std::string owner);
    ~Taking();
    Taking(const Taking&) = delete;
    Taking& operator=(const Taking&) = delete;
    // The lease as it was taken.
    std::optional<std::uint64_t> epoch;
    std::uint64_t version = 0;

   private:
    Database& database_;
    bool locks_instances_ = false;
  };
  StoredShow read(ShowId show, const Taking& lease);
  std::uint64_t epoch(ShowId show) const { return leases_.at(show).epoch; }
  bool happens(double probability) { return chance() < probability; }

  // The show as it is now. Cancelling it begins a job over its bookings.
  std::shared_ptr<const Show> show(ShowId show) const { return shows_.at(show); }
  void cancel(ShowId show);
  bool is_to_be_called_off(ShowId show) const { return jobs_.contains(show); }
  std::vector<BookingId> open_bookings(ShowId show, BookingId after, std::size_t limit) const;
  void finish(ShowId show, std::uint64_t epoch);

  void give_back(ShowId show, const std::string& owner, std::uint64_t epoch);
  // A transaction on its way; `result` is set when its answer is there.
  void commit(Batch batch, std::string owner, std::shared_ptr<std::optional<CommitResult>> result);
  bool has_committed(const Batch& batch) const;
  bool was_taken(std::uint64_t event) const { return inbox_.contains(event); }
  // A row that somebody wrote by hand, past every desk.
  void write_claim_by_hand(ShowId show, seats::SeatNo place, HoldId hold);

  // What is broken now; empty when nothing is. With the leases' end of life, also that deadlines were kept.
  std::string first_contradiction() const;
  std::string overdue_claims(Instant now) const;
  std::string starved;  // who waited for a renewal until its leases had ended

  struct Booking {
    BookingRow row;
    BookingStatus status{};
    PaymentId payment;
    std::vector<LineMoney> lines{};
    Instant decline_by{};
    std::vector<StoredShow::StoredTicket> tickets{};
    BookingMoney money{};
    std::uint64_t dispute_decided = 0;
  };
  std::map<HoldId, HoldRow> holds;
  std::map<BookingId, Booking> bookings;
  std::map<ShowId, std::vector<Claim>> claims;
  std::map<ShowId, std::vector<JournalRow>> journal;
  struct Offer {
    OfferTicket offer;
    TransferStatus status{};
    UserId receiver{};
    TicketId new_ticket{};
  };
  std::map<TransferId, Offer> offers;
  struct Waiting {
    WaitlistEntry entry;
    Instant next_try{};
  };
  std::map<std::uint64_t, Waiting> waitlist;
  std::string jumped;  // who was served before somebody who waited longer
  std::map<TicketId, Admission> admissions;
  std::vector<ScanRow> scans;
  std::vector<OutboxRow> outbox;
  Rooms rooms;
  std::map<JournalKind, std::size_t> deeds;  // of organisers, by their kinds
  std::size_t commits = 0;

 private:
  struct LeaseRow {
    std::string owner;
    std::uint64_t epoch = 0, version = 0;
  };
  std::string wrong_offer() const;
  CommitResult apply(const Batch& batch, const std::string& owner);
  double chance() { return std::uniform_real_distribution<>{}(random_); }

  std::map<ShowId, std::shared_ptr<const Show>> shows_;
  std::set<ShowId> jobs_;  // shows that are being called off
  Guards guards_;
  std::mt19937_64 random_;
  Instant now_{};
  std::map<std::string, Instant> alive_;
  std::map<std::string, Instant> waits_since_;  // for the row of `instances`
  int locks_of_instances_ = 0;
  std::map<ShowId, LeaseRow> leases_;
  std::set<std::uint64_t> inbox_, batches_;
  std::multimap<Instant, std::function<void()>> due_;
};

}  // namespace gelora::booking::simulation
