// What the box office asks of a database. Implemented over MySQL in storage/, and by a fake that fails on purpose in tests.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include "booking/box_office/batch.hpp"
#include "loop/loop.hpp"

namespace gelora::booking {

using loop::Task;

// A show as the database has it, with the lease just taken: nobody else's transaction for it can commit any more.
struct StoredShow {
  std::shared_ptr<const Show> show;
  std::uint64_t epoch = 0;
  std::uint64_t version = 0;
  struct StoredHold {
    HoldRow row;  // of the last 24 hours, and all that have live claims
    bool sold = false;
    bool live = false;  // has claims
  };
  struct StoredTicket {
    TicketId id;
    seats::SeatNo place = 0;
    TicketStatus status = TicketStatus::valid;
    UserId owner{};
    TransferId offer{};  // none: it is not offered
    Instant offer_ends{};
    Instant changed_at{};
  };
  struct StoredBooking {
    BookingId id;
    HoldId hold;
    UserId user;
    BookingStatus status;
    Money total;
    Instant pay_by, created_at;
    PaymentId payment;
    std::map<seats::SeatNo, std::string> attendees;
    Intent intent;
    std::vector<LineMoney> lines{};
    Instant decline_by{};
    std::vector<StoredTicket> tickets{};
    std::int64_t refunded_minor = 0, kept_minor = 0;
    std::uint64_t dispute_decided = 0;
    std::vector<std::string> replaced{};  // labels of the places that were chosen, where others were given
  };
  std::vector<StoredHold> holds;
  std::vector<StoredBooking> bookings;
  std::vector<std::pair<TicketId, Admission>> admissions;
  struct StoredScan {
    std::string id;
    Hash128 body{};
    ScanDecision decision;
  };
  std::vector<StoredScan> scans;
  StoredRoom room{};
};

enum class CommitResult {
  committed,
  refused,  // nothing of it is in the database: a fence or a key refused it, or it was rolled back
  unknown,  // the connection was lost: only the journal can tell
};

class Store {
 public:
  virtual ~Store() = default;
  // Takes the show's lease (its epoch grows) and reads the show; none while the lease is another live instance's. Throws
  // base::Unavailable.
  virtual Task<std::optional<StoredShow>> open(ShowId show) = 0;
  // Leaves the lease to whoever asks next, if it is still ours with this epoch. Throws base::Unavailable.
  virtual Task<> give_back(ShowId show, std::uint64_t epoch) = 0;
  virtual Task<CommitResult> commit(const Batch& batch) = 0;
  // Whether a batch of unknown result is in the journal. Only to be asked after open() of its shows. Throws base::Unavailable.
  virtual Task<bool> has_committed(const Batch& batch) = 0;
};

}  // namespace gelora::booking
