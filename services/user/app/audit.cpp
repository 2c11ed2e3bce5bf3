#include "user/app/audit.hpp"

#include "telemetry/log.hpp"
#include "user/app/app.hpp"
#include "user/storage/audit.hpp"

namespace gelora::user {
namespace {

using namespace std::chrono_literals;

void log(const AuditEntry& entry) {
  telemetry::info("audit", {{"event", entry.event.event},
                            {"user", entry.event.user.text()},
                            {"by", entry.event.by.text()},
                            {"organisation", std::to_string(entry.event.organisation)},
                            {"detail", entry.event.detail},
                            {"at", to_rfc3339(entry.at)},
                            {"position", entry.position},
                            {"hash", entry.hash}});
}

}  // namespace

Task<> App::audit(mysql::Connection& db, AuditEvent event, Instant now) {
  co_await put_audit(db, ids.next(now), std::move(event), now);
}

Task<> App::audit(AuditEvent event, Instant now) { co_await put_audit(pool, ids.next(now), std::move(event), now); }

Task<> keep_audit_chained(mysql::Pool& pool) {
  for (;;) {
    std::string fault;
    bool more = false;
    try {
      const auto chained = co_await chain_audit(pool);
      for (const auto& entry : chained) log(entry);
      more = chained.size() == 500;
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("the audit log does not grow", {{"what", fault}});
    const auto pause = more ? 0ms : fault.empty() ? 200ms : 1000ms;
    co_await loop::sleep_for(pause);
  }
}

Task<AuditProof> verify_audit(mysql::Pool& pool, std::string known_head) {
  AuditProof proof;
  const auto head = co_await audit_head(pool);  // first: the chain grows while it is read
  bool head_seen = head.position == 0, known_seen = known_head.empty();
  for (;;) {
    const auto entries = co_await audit_after(pool, proof.entries, std::nullopt);
    for (const auto& entry : entries) {
      const std::string where = "position " + std::to_string(entry.position);
      if (entry.position != proof.entries + 1) proof.fault = where + ": the entry before it is missing";
      else if (entry.hash != audit_hash(proof.head, entry)) proof.fault = where + ": it, or the one before, was changed";
      if (!proof.fault.empty()) co_return proof;
      proof.entries = entry.position;
      proof.head = entry.hash;
      head_seen = head_seen || (entry.position == head.position && entry.hash == head.hash);
      known_seen = known_seen || known_head == std::to_string(entry.position) + ":" + entry.hash;
    }
    if (entries.empty()) break;
  }
  if (!head_seen) proof.fault = "the end was cut off: there were entries up to position " + std::to_string(head.position);
  else if (!known_seen) proof.fault = "what was told before, " + known_head + ", is not in the chain";
  co_return proof;
}

}  // namespace gelora::user
