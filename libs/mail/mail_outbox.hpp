// Mails that lose nothing: written in the transaction of their cause, sent by a relay until the mail server took them.
// A service's schema has the table
//   mail_outbox (id, recipient, subject, text_body, html_body, attachments, created_at_us, attempts, next_attempt_us)
// A mail that was sent is deleted; one that nobody took within two days is dropped. After a crash a mail may come twice.
#pragma once
#include "base/time.hpp"
#include "loop/workers.hpp"
#include "mail/smtp.hpp"
#include "mysql/pool.hpp"
#include "telemetry/metrics.hpp"

namespace gelora::mail {

using loop::Task;

// Adds a mail within the caller's transaction.
Task<> put(mysql::Connection& connection, std::uint64_t id, Message message, base::Instant now);

class Relay {
 public:
  Relay(loop::Loop& loop, mysql::Pool& pool, SmtpSettings settings, const base::Clock& clock, telemetry::Metrics& metrics);

  // Sends until the loop stops: soon after nudge(), at the latest every 200 ms; failures with a back-off of 1 s to 5 min.
  Task<> run();
  // Something was just written.
  void nudge() { wake_.notify_one(); }

 private:
  struct Due {
    std::uint64_t id;
    std::uint64_t attempts;
  };
  Task<bool> send_some();
  Task<> handle(Due due);
  Task<> guarded(Due due, std::size_t& open, loop::Signal& done);

  loop::Loop& loop_;
  mysql::Pool& pool_;
  SmtpSettings settings_;
  const base::Clock& clock_;
  loop::Workers workers_;
  loop::Signal wake_;
  prometheus::Counter& sent_;
  prometheus::Counter& failed_;
  prometheus::Gauge &waiting_, &oldest_;
};

}  // namespace gelora::mail
