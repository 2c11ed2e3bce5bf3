#include "booking/box_office/box_office.hpp"

#include "base/failpoints.hpp"
#include "base/guards.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {

using Steady = loop::SteadyClock;
using namespace std::chrono_literals;

namespace {
// How often a command is decided whose batch the database refused: twice with the others, then alone, so that one bad row
// fails by itself.
constexpr int attempts_together = 2, max_attempts = 3;
constexpr int ticks_a_call = 5;  // five of 200 ms: a second
constexpr Duration slow_commit = 250ms;
constexpr std::size_t strained_queue = 4;  // a quarter of what may wait
constexpr auto patience = 500ms;           // of callers with a database that is away, from the begin of the commit
}  // namespace

BoxOffice::BoxOffice(loop::Loop& loop, Store& store, base::IdGenerator& ids, const base::Clock& clock,
                     telemetry::Metrics& metrics, Listener& listener, BoxOfficeSettings settings)
    : loop_(loop),
      store_(store),
      ids_(ids),
      clock_(clock),
      listener_(listener),
      settings_(settings),
      wake_(loop),
      end_(loop),
      commit_time_(metrics.duration("gelora_box_office_commit_seconds", "Time of one group commit")),
      batch_size_(prometheus::BuildHistogram()
                      .Name("gelora_box_office_batch_commands")
                      .Help("Commands in one commit")
                      .Register(metrics.registry())
                      .Add({}, prometheus::Histogram::BucketBoundaries{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000})),
      failed_commits_(
          metrics.counter("gelora_box_office_failed_commits_total", "Commits that were refused or of unknown result")) {
  forming_ = new_batch();
}

BoxOffice::~BoxOffice() = default;

void BoxOffice::start() {
  running_ = 2;
  loop_.spawn(commit_forever());
  loop_.spawn(expire_forever());
}

Task<> BoxOffice::stop() {
  stopping_ = true;
  while (running_ > 0) {
    wake_.notify_all();
    end_.notify_all();
    co_await loop::sleep_for(5ms);
  }
}

Task<bool> BoxOffice::open(ShowId show) {
  auto stored = co_await store_.open(show);
  if (!stored) {
    desks_.erase(show);
    co_return false;
  }
  auto desk = std::make_unique<Desk>(std::move(*stored), ids_, settings_.limits);
  if (const auto newest = newest_.find(show); newest != newest_.end()) desk->show_changed(newest->second);
  listener_.opened(desk->shared_show(), desk->inventory().map(), desk->version());
  desks_[show] = std::move(desk);
  co_return true;
}

Task<> BoxOffice::open_again() {
  const auto shows = desks();
  for (const ShowId show : shows) co_await open(show);
}

Task<> BoxOffice::hand_over(ShowId show) {
  closing_.insert(show);
  const auto epoch = co_await until_durable(show);
  desks_.erase(show);
  closing_.erase(show);
  if (epoch) co_await store_.give_back(show, *epoch);
}

Task<std::optional<std::uint64_t>> BoxOffice::until_durable(ShowId show) {
  const Desk* at = desk(show);
  std::uint64_t decided = at == nullptr ? 0 : at->version();
  while (at != nullptr && (rebuilding_ || at->durable_version() < decided)) {
    const std::uint64_t epoch = at->epoch();
    co_await loop::sleep_for(5ms);
    at = desk(show);
    if (at != nullptr && at->epoch() != epoch) decided = at->version();  // rebuilt: its versions begin anew
  }
  if (at == nullptr) co_return std::nullopt;
  co_return at->epoch();
}

void BoxOffice::show_changed(std::shared_ptr<const Show> show) {
  auto& newest = newest_[show->id];
  if (newest && show->revision < newest->revision) return;
  newest = show;
  if (const auto found = desks_.find(show->id); found != desks_.end()) found->second->show_changed(std::move(show));
}

const Desk* BoxOffice::desk(ShowId show) const {
  const auto found = desks_.find(show);
  return found == desks_.end() ? nullptr : found->second.get();
}

std::vector<ShowId> BoxOffice::desks() const {
  std::vector<ShowId> shows;
  for (const auto& [id, desk] : desks_) shows.push_back(id);
  return shows;
}

Batch BoxOffice::new_batch() {
  Batch batch;
  batch.at = clock_.now();
  batch.id = ids_.next(batch.at);
  return batch;
}

void BoxOffice::take(std::unique_ptr<Pending> pending) {
  if (forming_pending_.size() + waiting_.size() >= settings_.queue_limit) {
    pending->fail(std::make_exception_ptr(base::Unavailable("the box office is overloaded")));
  } else if (down_) {
    pending->fail(std::make_exception_ptr(base::Unavailable("the box office waits for its database")));
  } else if (rebuilding_ || !one_by_one_.empty()) {
    waiting_.push_back(std::move(pending));
  } else {
    decide(std::move(pending));
  }
}

void BoxOffice::decide(std::unique_ptr<Pending> pending) {
  const auto found = desks_.find(pending->show);
  if (found == desks_.end() || closing_.contains(pending->show) || Steady::now() > leases_end_) {
    const DeskElsewhere elsewhere(pending->show);
    pending->fail(std::make_exception_ptr(elsewhere));
    return;
  }
  const std::size_t before = forming_.rows(), events_before = forming_.outbox.size();
  if (forming_.empty()) forming_.at = clock_.now();
  pending->decide(*found->second, forming_, clock_.now());
  if (pending->span) {  // events go on with the trace of the command that made them
    for (std::size_t i = events_before; i < forming_.outbox.size(); ++i)
      forming_.outbox[i].traceparent = pending->span->trace().traceparent();
  }
  if (forming_.rows() == before) {  // a refusal, or nothing to change: no SQL
    const Desk& desk = *found->second;
    if (pending->done_before() && desk.durable_version() < desk.version()) {
      pending->needed_version = desk.version();
      behind_.push_back(std::move(pending));
    } else {
      pending->answer();
    }
    return;
  }
  if (base::guards::answer_after_commit) forming_pending_.push_back(std::move(pending));
  else pending->answer();
  wake_.notify_one();
}

Task<> BoxOffice::commit_forever() {
  while (!stopping_ || !forming_.empty() || !one_by_one_.empty()) {
    if (forming_.empty() && one_by_one_.empty()) {
      co_await wake_.wait();
      // Let all that is ready on this loop be decided first: one transaction more for them would be a transaction too many.
      co_await loop::yield(loop_);
    }
    if (forming_.empty() && !one_by_one_.empty()) {
      auto alone = std::move(one_by_one_.front());
      one_by_one_.pop_front();
      decide(std::move(alone));
    }
    if (!forming_.empty()) co_await commit_one();
    if (one_by_one_.empty() && !waiting_.empty()) decide_waiting();
  }
  --running_;
}

void BoxOffice::decide_waiting() {
  auto waiting = std::exchange(waiting_, {});
  for (auto& one : waiting) decide(std::move(one));
}

// A batch is of many traces: a trace of its own, linked to those of its callers that somebody follows.
std::optional<telemetry::SpanRecord> BoxOffice::span_of(const std::vector<std::unique_ptr<Pending>>& pending) {
  if (!telemetry::tracing()) return std::nullopt;
  telemetry::SpanRecord span;
  for (const auto& one : pending) {
    if (one->span) span.links.push_back(one->span->trace());
  }
  if (span.links.empty()) return std::nullopt;
  span.trace = telemetry::new_trace();
  span.trace.sampled = true;
  span.name = "commit";
  span.began = std::chrono::system_clock::now();
  span.attributes = {{"gelora.commands", std::to_string(pending.size())}};
  return span;
}

Task<> BoxOffice::commit_one() {
  Batch batch = std::exchange(forming_, new_batch());
  auto pending = std::exchange(forming_pending_, {});
  const auto started = Steady::now();
  auto span = span_of(pending);
  if (span) telemetry::current_trace() = span->trace;
  const CommitResult result = co_await store_.commit(batch);
  telemetry::current_trace() = {};
  if (span) {
    span->ended = std::chrono::system_clock::now();
    span->failed = result != CommitResult::committed;
    telemetry::record(std::move(*span));
  }
  if (result != CommitResult::committed) {
    failed_commits_.Increment();
    co_await recover(std::move(batch), std::move(pending), result, started);
    co_return;
  }
  base::failpoint("box-office.committed");
  last_commit_ = std::chrono::duration_cast<Duration>(Steady::now() - started);
  commit_time_.Observe(std::chrono::duration<double>(last_commit_).count());
  batch_size_.Observe(static_cast<double>(batch.rows()));
  pace_.add(batch.rows(), last_commit_);
  durable(batch);
  // What was decided in the meantime is sent to the database first: it commits while we answer.
  boost::asio::post(loop_.context(), [this, answered = std::move(pending)]() mutable { answer(answered); });
}

void BoxOffice::durable(const Batch& batch) {
  for (const auto& fence : batch.fences) {
    const auto found = desks_.find(fence.show);
    if (found == desks_.end() || found->second->epoch() != fence.epoch) continue;  // lost in the meantime; durable all the same
    found->second->committed(batch);
    listener_.changed(fence.show, batch.claims, fence.version);
    for (const auto& row : batch.capacities) {
      if (row.show == fence.show) listener_.capacity_is(row.show, row.zone, row.capacity, fence.version);
    }
  }
}

void BoxOffice::answer(std::vector<std::unique_ptr<Pending>>& pending) {
  for (auto& one : pending) one->answer();
  auto behind = std::exchange(behind_, {});
  for (auto& one : behind) {
    const Desk* at = desk(one->show);
    if (at == nullptr) decide(std::move(one));
    else if (at->durable_version() >= one->needed_version) one->answer();
    else behind_.push_back(std::move(one));
  }
}

void BoxOffice::fail_all(std::vector<std::unique_ptr<Pending>>& pending, const std::string& why) {
  for (auto& one : pending) one->fail(std::make_exception_ptr(base::Unavailable(why)));
  pending.clear();
}

// The memory of every desk that took part may differ from the database: rebuild them, under a new epoch so that nothing of
// the old batch can still commit, then ask the journal what became of it. A desk whose lease is another's now is dropped; its
// commands are told so.
Task<> BoxOffice::recover(Batch batch, std::vector<std::unique_ptr<Pending>> pending, CommitResult result,
                          Steady::time_point since) {
  rebuilding_ = true;
  std::set<ShowId> shows;
  for (const auto& fence : batch.fences) shows.insert(fence.show);
  for (const auto& fence : forming_.fences) shows.insert(fence.show);
  for (auto& one : forming_pending_) waiting_.push_back(std::move(one));
  forming_pending_.clear();
  for (auto& one : behind_) waiting_.push_back(std::move(one));
  behind_.clear();
  forming_ = new_batch();
  telemetry::warn("box office rebuilds",
                  {{"shows", shows.size()}, {"commands", pending.size()}, {"unknown", result == CommitResult::unknown}});

  const auto give_up = since + patience;
  auto pause = std::chrono::milliseconds{20};
  bool landed = false;
  for (;;) {
    std::string fault;
    try {
      for (const ShowId show : shows) {
        if (desks_.contains(show)) co_await open(show);
      }
      if (result == CommitResult::unknown) landed = co_await store_.has_committed(batch);
      break;
    } catch (const std::exception& error) {
      fault = error.what();
    }
    telemetry::warn("box office cannot rebuild yet", {{"what", fault}});
    if (Steady::now() > give_up && !down_) {
      down_ = true;  // callers retry with their keys; what did commit answers them then
      fail_all(pending, "the box office waits for its database");
      fail_all(waiting_, "the box office waits for its database");
    }
    co_await loop::sleep_for(pause);
    pause = std::min(pause * 2, std::chrono::milliseconds{500});
  }
  down_ = rebuilding_ = false;
  if (landed) {
    for (const ShowId show : shows) {
      if (const auto found = desks_.find(show); found != desks_.end()) found->second->remember(batch.inbox);
    }
    for (auto& one : pending) one->answer();
  } else {
    for (auto& one : pending) {
      ++one->attempts;
      if (one->attempts < attempts_together) decide(std::move(one));
      else if (one->attempts < max_attempts) one_by_one_.push_back(std::move(one));
      else one->fail(std::make_exception_ptr(base::Unavailable("the database refuses this command again and again")));
    }
  }
  if (one_by_one_.empty()) decide_waiting();
  telemetry::info("box office rebuilt", {{"landed", landed}});
}

Task<> BoxOffice::expire_forever() {
  while (!stopping_) {
    co_await end_.wait_for(200ms);
    if (rebuilding_ || down_ || !one_by_one_.empty() || Steady::now() > leases_end_) continue;
    const std::size_t before = forming_.rows();
    if (forming_.empty()) forming_.at = clock_.now();
    const bool calls = ++ticks_ % ticks_a_call == 0;
    const CallNext next{last_commit_ > slow_commit || waiting() > settings_.queue_limit / strained_queue};
    for (auto& [id, desk] : desks_) {
      if (closing_.contains(id)) continue;
      desk->decide(ExpireOverdue{}, forming_, clock_.now());
      if (calls) desk->decide(next, forming_, clock_.now());
    }
    if (forming_.rows() != before) wake_.notify_one();
  }
  --running_;
}

}  // namespace gelora::booking
