// Events between services, at least once: written to the outbox in the transaction of what they tell of, delivered by a
// relay, taken by the receiver's inbox in the transaction of their effect. Each service's schema has both tables:
//   outbox (id, destination, type, body, created_at_us, attempts, next_attempt_us) · inbox (sender, event_id, received_at_us)
// A delivered row is deleted; what is not deleted is sent again. There is no watermark, so a late commit is never skipped.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "auth/tokens.hpp"
#include "http/client.hpp"
#include "mysql/pool.hpp"
#include "telemetry/metrics.hpp"

namespace gelora::outbox {

using loop::Task;

struct Event {
  std::uint64_t id = 0;
  std::string type;
  boost::json::object data;
};

// The body of POST /internal/events: {"id", "type", "data"}; nothing when it is not one.
std::optional<Event> parse_event(const std::string& body);

// Adds an event to the outbox within the caller's transaction.
Task<> put(mysql::Connection& connection, std::uint64_t id, std::string destination, std::string type, boost::json::object data,
           base::Instant now);

// Within the caller's transaction: false when the event was taken before.
Task<bool> take(mysql::Connection& connection, std::string sender, std::uint64_t event_id, base::Instant now);
// Whether the event was taken before.
Task<bool> was_taken(mysql::Pool& pool, std::string sender, std::uint64_t event_id);

// Delivers the outbox of one service.
class Relay {
 public:
  // `peers` maps destinations to base URLs.
  Relay(loop::Loop& loop, mysql::Pool& pool, auth::ServiceTokens& tokens, const base::Clock& clock, telemetry::Metrics& metrics,
        const std::map<std::string, std::string>& peers);

  // Delivers until the loop stops: soon after nudge(), at the latest every 200 ms; failures with a back-off of 0.2 s to 30 s.
  Task<> run();
  // Something was just written to the outbox.
  void nudge() { wake_.notify_one(); }

 private:
  struct Row {
    std::uint64_t id;
    std::string destination, type, body;
    std::uint64_t attempts;
    std::string traceparent;
    bool delivered = false;
  };
  Task<bool> deliver_some();
  Task<> deliver(Row& row);

  loop::Loop& loop_;
  mysql::Pool& pool_;
  auth::ServiceTokens& tokens_;
  const base::Clock& clock_;
  std::map<std::string, std::unique_ptr<http::Client>> clients_;
  loop::Signal wake_;
  prometheus::Counter& delivered_;
  prometheus::Counter& failed_;
  prometheus::Gauge &waiting_, &oldest_;
};

}  // namespace gelora::outbox
