#include "outbox/outbox.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "base/failpoints.hpp"
#include "mysql/backlog.hpp"
#include "telemetry/log.hpp"
#include "telemetry/spans.hpp"

namespace gelora::outbox {
namespace {

using namespace std::chrono_literals;
using mysql::u64, mysql::text;

constexpr std::size_t page = 64;

constexpr auto insert_event =
    "INSERT INTO outbox (id, destination, type, body, created_at_us, traceparent) VALUES (?, ?, ?, ?, ?, ?)";
constexpr auto insert_inbox = "INSERT IGNORE INTO inbox (sender, event_id, received_at_us) VALUES (?, ?, ?)";
constexpr auto find_inbox = "SELECT 1 FROM inbox WHERE sender = ? AND event_id = ?";
constexpr auto select_due =
    "SELECT id, destination, type, body, attempts, traceparent FROM outbox WHERE next_attempt_us <= ? ORDER BY next_attempt_us, "
    "id LIMIT 64";
constexpr auto select_waiting =
    "SELECT COUNT(*), MIN(created_at_us) FROM (SELECT created_at_us FROM outbox ORDER BY id LIMIT 10000) waiting";
constexpr auto postpone = "UPDATE outbox SET attempts = attempts + 1, next_attempt_us = ? WHERE id = ?";

}  // namespace

std::optional<Event> parse_event(const std::string& body) {
  boost::system::error_code error;
  auto value = boost::json::parse(body, error);
  if (error || !value.is_object()) return std::nullopt;
  auto& object = value.get_object();
  const auto *id = object.if_contains("id"), *type = object.if_contains("type");
  auto* data = object.if_contains("data");
  if (id == nullptr || !id->is_string() || type == nullptr || !type->is_string() || data == nullptr || !data->is_object()) {
    return std::nullopt;
  }
  const auto number = base::parse_id(std::string_view{id->get_string()});
  if (!number) return std::nullopt;
  return Event{*number, std::string{type->get_string()}, std::move(data->get_object())};
}

Task<> put(mysql::Connection& connection, std::uint64_t id, std::string destination, std::string type, boost::json::object data,
           base::Instant now) {
  const auto& trace = telemetry::current_trace();
  const std::string traceparent = trace.trace_id.view().empty() ? std::string{} : trace.traceparent();
  co_await connection.query(insert_event, id, destination, type, boost::json::serialize(data), now, traceparent);
}

Task<bool> take(mysql::Connection& connection, std::string sender, std::uint64_t event_id, base::Instant now) {
  const auto result = co_await connection.query(insert_inbox, sender, event_id, now);
  co_return result.affected_rows() == 1;
}

Task<bool> was_taken(mysql::Pool& pool, std::string sender, std::uint64_t event_id) {
  const auto found = co_await pool.query(find_inbox, sender, event_id);
  co_return !found.rows().empty();
}

Relay::Relay(loop::Loop& loop, mysql::Pool& pool, auth::ServiceTokens& tokens, const base::Clock& clock,
             telemetry::Metrics& metrics, const std::map<std::string, std::string>& peers)
    : loop_(loop),
      pool_(pool),
      tokens_(tokens),
      clock_(clock),
      wake_(loop),
      delivered_(metrics.counter("gelora_outbox_delivered_total", "Events delivered")),
      failed_(metrics.counter("gelora_outbox_failed_total", "Deliveries that failed and will be repeated")),
      waiting_(metrics.gauge("gelora_outbox_waiting", "Events that are not delivered yet, counted up to 10,000")),
      oldest_(metrics.gauge("gelora_outbox_oldest_seconds", "Age of the oldest event that is not delivered yet")) {
  for (const auto& [name, url] : peers) clients_.emplace(name, std::make_unique<http::Client>(loop, url));
}

Task<> Relay::run() {
  loop_.spawn(mysql::keep_measuring(pool_, clock_, {select_waiting, waiting_, oldest_}));
  for (;;) {
    bool more = false;
    std::string fault;
    try {
      more = co_await deliver_some();
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) {
      telemetry::warn("outbox", {{"what", fault}});
      co_await loop::sleep_for(500ms);
    } else if (!more) {
      co_await wake_.wait_for(200ms);
    }
  }
}

Task<bool> Relay::deliver_some() {
  std::vector<Row> rows;
  {
    const auto due = co_await pool_.query(select_due, clock_.now());
    for (const auto row : due.rows()) {
      rows.push_back({u64(row.at(0)), text(row.at(1)), text(row.at(2)), text(row.at(3)), u64(row.at(4)), text(row.at(5))});
    }
  }
  if (rows.empty()) co_return false;
  std::size_t left = rows.size();
  loop::Signal done(loop_);
  for (auto& row : rows) {
    auto one = [](Relay& relay, Row& mine, std::size_t& open, loop::Signal& finished) -> Task<> {
      co_await relay.deliver(mine);
      if (--open == 0) finished.notify_all();
    };
    loop_.spawn(one(*this, row, left, done));
  }
  while (left > 0) co_await done.wait();
  std::vector<std::uint64_t> delivered;
  for (const auto& row : rows) {
    if (row.delivered) {
      delivered.push_back(row.id);
    } else {
      const auto pause = std::min<base::Duration>(200ms * (1 << std::min<std::uint64_t>(row.attempts, 8)), 30s);
      co_await pool_.query(postpone, clock_.now() + pause, row.id);
      failed_.Increment();
    }
  }
  if (!delivered.empty()) {
    base::failpoint("outbox.sent");
    co_await pool_.run("DELETE FROM outbox WHERE id IN (" + mysql::id_list(delivered) + ")");
    delivered_.Increment(static_cast<double>(delivered.size()));
  }
  co_return rows.size() == page;
}

Task<> Relay::deliver(Row& row) {
  const auto client = clients_.find(row.destination);
  if (client == clients_.end()) {
    telemetry::error("outbox has no such destination", {{"destination", row.destination}});
    co_return;
  }
  const telemetry::KeepTrace keep;
  if (telemetry::tracing())
    telemetry::current_trace() = telemetry::parse_traceparent(row.traceparent).value_or(telemetry::Trace{});
  http::Call call;
  call.method = http::Verb::post;
  call.target = "/internal/events";
  call.traceparent = row.traceparent;
  call.body = R"({"id":")" + std::to_string(row.id) + R"(","type":")" + row.type + R"(","data":)" + row.body + "}";
  call.headers.emplace_back("Authorization", "Bearer " + tokens_.issue(row.destination, {}, clock_.now()));
  std::string fault;
  try {
    const auto reply = co_await client->second->send(std::move(call));
    row.delivered = reply.status >= 200 && reply.status < 300;
    if (!row.delivered) fault = "status " + std::to_string(reply.status);
  } catch (const std::exception& error) {
    fault = error.what();
  }
  if (!row.delivered) {
    telemetry::warn("event not delivered",
                    {{"id", row.id}, {"type", row.type}, {"destination", row.destination}, {"what", fault}});
  }
}

}  // namespace gelora::outbox
