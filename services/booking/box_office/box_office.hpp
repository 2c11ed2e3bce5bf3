// The desks of one loop, and the group commit behind them: what is decided while a commit is in flight goes out as the next
// transaction. Answers are given after COMMIT only; refusals at once.
#pragma once
#include <boost/asio/async_result.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/unavailable.hpp"
#include "booking/box_office/commit_pace.hpp"
#include "booking/box_office/desk.hpp"
#include "booking/box_office/store.hpp"
#include "loop/loop.hpp"
#include "telemetry/metrics.hpp"
#include "telemetry/spans.hpp"

namespace gelora::booking {

// Told of the places of shows as they are in the database, whoever sells them.
class Listener {
 public:
  virtual ~Listener() = default;
  // First, and after every rebuild.
  virtual void opened(std::shared_ptr<const Show> show, const seats::SeatMap& places, std::uint64_t version) = 0;
  // What happened since; `changes` of other shows are to be passed over.
  virtual void changed(ShowId show, std::span<const ClaimChange> changes, std::uint64_t version) = 0;
  // So many places of a standing zone may be taken from that version on.
  virtual void capacity_is(ShowId show, seats::ZoneIndex zone, std::uint32_t capacity, std::uint64_t version) = 0;
};

// The show's desk is not in this process: another instance has it, or it is between two of them. Nothing was done.
class DeskElsewhere : public base::Unavailable {
 public:
  explicit DeskElsewhere(ShowId s) : base::Unavailable("the desk of show " + s.text() + " is not here"), show(s) {}
  ShowId show;
};

// Outcomes that say "it is done" though this command changed nothing: an earlier one did, and that must be durable first.
template <class Outcome>
inline constexpr bool says_done =
    std::is_same_v<Outcome, HoldReleased> || std::is_same_v<Outcome, BookingCancelled> ||
    std::is_same_v<Outcome, BookingConfirmed> || std::is_same_v<Outcome, RefundDue> || std::is_same_v<Outcome, PaymentNoted> ||
    std::is_same_v<Outcome, Declined> || std::is_same_v<Outcome, CalledOff> || std::is_same_v<Outcome, OfferTakenBack> ||
    std::is_same_v<Outcome, Scanned> || std::is_same_v<Outcome, GoneFree> || std::is_same_v<Outcome, SeatsMoved> ||
    std::is_same_v<Outcome, InRoom> || std::is_same_v<Outcome, OutOfRoom> || std::is_same_v<Outcome, CapacitySet>;

struct BoxOfficeSettings {
  bool limits = true;                // of tickets a person
  std::size_t queue_limit = 20'000;  // commands that wait for a commit; more are refused with 503
};

class BoxOffice {
 public:
  BoxOffice(loop::Loop& loop, Store& store, base::IdGenerator& ids, const base::Clock& clock, telemetry::Metrics& metrics,
            Listener& listener, BoxOfficeSettings settings);
  ~BoxOffice();

  // Starts the work, without a desk.
  void start();
  // Ends the work; what waits for a commit is still answered. The leases stay ours.
  Task<> stop();
  // Opens the show's desk, anew when it is open already; false when another instance has its lease. Throws base::Unavailable.
  Task<bool> open(ShowId show);
  // After leases that lapsed: opens all desks anew, and closes those that others have by now. Throws base::Unavailable.
  Task<> open_again();
  // Closes the show's desk when what it decided is durable, and gives its lease back. Throws base::Unavailable.
  Task<> hand_over(ShowId show);
  // Until when our leases are known to be ours; nothing is decided later than that. The fence in every transaction is what
  // keeps two owners apart: this keeps one that was paused from answering out of an old memory.
  void leases_hold_until(loop::SteadyClock::time_point end) { leases_end_ = end; }

  // Decides `command` at the show's desk and, when it changed something, waits until that is durable. Throws DeskElsewhere,
  // and base::Unavailable when too much waits or when the database is away.
  template <class Command>
  auto submit(ShowId show, Command command) {
    using Outcome = decltype(std::declval<Desk&>().decide(command, std::declval<Batch&>(), Instant{}));
    return submit_as<Outcome>(show, std::move(command));
  }

  // Tells the show's desk, here now or opened later, what the show is from now on.
  void show_changed(std::shared_ptr<const Show> show);
  // Until all that the show's desk has decided by now is in the database. Its epoch then; nothing when it is not here.
  Task<std::optional<std::uint64_t>> until_durable(ShowId show);

  const Desk* desk(ShowId show) const;
  std::vector<ShowId> desks() const;
  loop::Loop& loop() { return loop_; }
  // Commands that wait for a commit.
  std::size_t waiting() const { return forming_pending_.size() + waiting_.size() + one_by_one_.size(); }
  const CommitPace& pace() const { return pace_; }
  // Whether commands are decided now: the leases are ours and the database takes what is decided.
  bool decides() const { return !down_ && loop::SteadyClock::now() <= leases_end_; }

 private:
  // A command that was decided and waits for its commit, or waits to be decided.
  struct Pending {
    ShowId show;
    int attempts = 0;
    std::unique_ptr<telemetry::Span> span;  // from the command to its answer; none: nobody follows it
    telemetry::Trace of;                    // for which its caller works
    std::uint64_t needed_version = 0;       // of the show, before a repeated "done" may be answered
    explicit Pending(ShowId s) : show(s) {
      if (!telemetry::tracing()) return;
      if (telemetry::current_trace().sampled) {
        span = std::make_unique<telemetry::Span>(telemetry::SpanKind::internal);
        span->name("desk");
      }
      of = std::exchange(telemetry::current_trace(), {});
    }
    virtual ~Pending() = default;
    virtual void decide(Desk& desk, Batch& batch, Instant now) = 0;
    virtual bool done_before() const = 0;
    virtual void answer() = 0;
    virtual void fail(std::exception_ptr fault) = 0;
  };
  template <class Command, class Outcome, class Handler>
  struct PendingOf final : Pending {
    PendingOf(ShowId s, Command c, Handler h) : Pending(s), command(std::move(c)), handler(std::move(h)) {}
    void decide(Desk& desk, Batch& batch, Instant now) override { outcome = desk.decide(command, batch, now); }
    bool done_before() const override {
      return std::visit([](const auto& one) { return says_done<std::decay_t<decltype(one)>>; }, outcome);
    }
    void answer() override { complete(nullptr); }
    void fail(std::exception_ptr fault) override { complete(std::move(fault)); }
    // On the loop's thread: the coroutine that waits goes on at once.
    void complete(std::exception_ptr fault) {
      auto waiting = std::move(handler);
      const telemetry::KeepTrace keep;
      if (span) {
        if (!fault) span->succeeded();
        span.reset();
      }
      if (telemetry::tracing()) telemetry::current_trace() = of;
      std::move(waiting)(std::move(fault), std::move(outcome));
    }
    Command command;
    Handler handler;
    Outcome outcome;
  };

  template <class Outcome, class Command>
  Task<Outcome> submit_as(ShowId show, Command command) {
    return boost::asio::async_initiate<const boost::asio::use_awaitable_t<loop::Executor>&, void(std::exception_ptr, Outcome)>(
        [this](auto handler, ShowId at, Command what) {
          auto pending =
              std::make_unique<PendingOf<Command, Outcome, decltype(handler)>>(at, std::move(what), std::move(handler));
          boost::asio::dispatch(loop_.context(), [this, p = std::move(pending)]() mutable { take(std::move(p)); });
        },
        boost::asio::use_awaitable_t<loop::Executor>{}, show, std::move(command));
  }

  void take(std::unique_ptr<Pending> pending);
  void decide(std::unique_ptr<Pending> pending);
  void decide_waiting();
  Batch new_batch();
  Task<> commit_forever();
  Task<> expire_forever();
  static std::optional<telemetry::SpanRecord> span_of(const std::vector<std::unique_ptr<Pending>>& pending);
  Task<> commit_one();
  Task<> recover(Batch batch, std::vector<std::unique_ptr<Pending>> pending, CommitResult result,
                 loop::SteadyClock::time_point since);
  void durable(const Batch& batch);
  void answer(std::vector<std::unique_ptr<Pending>>& pending);
  void fail_all(std::vector<std::unique_ptr<Pending>>& pending, const std::string& why);

  loop::Loop& loop_;
  Store& store_;
  base::IdGenerator& ids_;
  const base::Clock& clock_;
  Listener& listener_;
  BoxOfficeSettings settings_;
  std::unordered_map<ShowId, std::unique_ptr<Desk>> desks_;
  std::unordered_map<ShowId, std::shared_ptr<const Show>> newest_;  // what a desk that is being opened may have read before
  Batch forming_;
  std::vector<std::unique_ptr<Pending>> forming_pending_;
  std::vector<std::unique_ptr<Pending>> behind_;     // decided without a change, behind a commit that they rest on
  std::vector<std::unique_ptr<Pending>> waiting_;    // not decided yet: desks are being rebuilt
  std::deque<std::unique_ptr<Pending>> one_by_one_;  // of a batch that was refused twice: each goes alone, to find the bad one
  std::set<ShowId> closing_;
  loop::SteadyClock::time_point leases_end_ = loop::SteadyClock::time_point::max();
  bool rebuilding_ = false;
  bool down_ = false;
  bool stopping_ = false;
  Duration last_commit_{};  // how long it took
  CommitPace pace_;
  int ticks_ = 0;    // of expire_forever
  int running_ = 0;  // background coroutines
  loop::Signal wake_;
  loop::Signal end_;
  prometheus::Histogram& commit_time_;
  prometheus::Histogram& batch_size_;
  prometheus::Counter& failed_commits_;
};

}  // namespace gelora::booking
