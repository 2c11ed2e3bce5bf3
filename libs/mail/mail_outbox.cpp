#include "mail/mail_outbox.hpp"

#include "mail/mime.hpp"
#include "mail/stored_attachments.hpp"
#include "mysql/backlog.hpp"
#include "telemetry/log.hpp"

namespace gelora::mail {
namespace {

using namespace std::chrono_literals;
using mysql::u64, mysql::text;

constexpr std::size_t page = 16;

constexpr std::size_t longest_subject = 300;  // characters; the column has no more

constexpr auto insert_mail =
    "INSERT INTO mail_outbox (id, recipient, subject, text_body, html_body, attachments, created_at_us) VALUES (?, ?, ?, ?, ?, "
    "?, ?)";
constexpr auto select_due =
    "SELECT id, attempts FROM mail_outbox WHERE next_attempt_us <= ? ORDER BY next_attempt_us, id LIMIT 16";
constexpr auto select_waiting =
    "SELECT COUNT(*), MIN(created_at_us) FROM (SELECT created_at_us FROM mail_outbox ORDER BY id LIMIT 10000) waiting";
constexpr auto select_mail =
    "SELECT recipient, subject, text_body, html_body, attachments, created_at_us FROM mail_outbox WHERE id = ?";
// Two instances may have read one row: the one that moves `attempts` on sends it.
constexpr auto claim = "UPDATE mail_outbox SET attempts = attempts + 1, next_attempt_us = ? WHERE id = ? AND attempts = ?";
constexpr auto postpone = "UPDATE mail_outbox SET next_attempt_us = ? WHERE id = ?";
constexpr auto delete_mail = "DELETE FROM mail_outbox WHERE id = ?";

base::Duration pause_after(std::uint64_t attempts) {
  return std::min<base::Duration>(1s * (1 << std::min<std::uint64_t>(attempts, 9)), 5min);
}

}  // namespace

Task<> put(mysql::Connection& connection, std::uint64_t id, Message message, base::Instant now) {
  const auto attachments = to_json(message.attachments);
  co_await connection.query(insert_mail, id, message.to, std::string{first_characters(message.subject, longest_subject)},
                            message.text, message.html, attachments, now);
}

Relay::Relay(loop::Loop& loop, mysql::Pool& pool, SmtpSettings settings, const base::Clock& clock, telemetry::Metrics& metrics)
    : loop_(loop),
      pool_(pool),
      settings_(std::move(settings)),
      clock_(clock),
      workers_(2, page),
      wake_(loop),
      sent_(metrics.counter("gelora_mails_sent_total", "Mails that the mail server took")),
      failed_(metrics.counter("gelora_mails_failed_total", "Attempts that failed and will be repeated")),
      waiting_(metrics.gauge("gelora_mails_waiting", "Mails that the mail server has not taken yet, counted up to 10,000")),
      oldest_(metrics.gauge("gelora_mails_oldest_seconds", "Age of the oldest of them")) {}

Task<> Relay::run() {
  loop_.spawn(mysql::keep_measuring(pool_, clock_, {select_waiting, waiting_, oldest_}));
  for (;;) {
    bool more = false;
    std::string fault;
    try {
      more = co_await send_some();
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) {
      telemetry::warn("mail outbox", {{"what", fault}});
      co_await loop::sleep_for(500ms);
    } else if (!more) {
      co_await wake_.wait_for(200ms);
    }
  }
}

Task<bool> Relay::send_some() {
  std::vector<Due> rows;
  {
    const auto due = co_await pool_.query(select_due, clock_.now());
    for (const auto row : due.rows()) rows.push_back({u64(row.at(0)), u64(row.at(1))});
  }
  if (rows.empty()) co_return false;
  std::size_t open = rows.size();
  loop::Signal done(loop_);
  for (const auto& row : rows) loop_.spawn(guarded(row, open, done));
  const bool more = rows.size() == page;
  while (open > 0) co_await done.wait();
  co_return more;
}

Task<> Relay::guarded(Due due, std::size_t& open, loop::Signal& done) {
  std::string fault;
  try {
    co_await handle(due);
  } catch (const std::exception& error) {
    fault = error.what();
  }
  if (!fault.empty()) telemetry::warn("mail outbox", {{"what", fault}});
  if (--open == 0) done.notify_all();
}

Task<> Relay::handle(Due due) {
  const auto claimed = co_await pool_.query(claim, clock_.now() + pause_after(due.attempts) + 30s, due.id, due.attempts);
  if (claimed.affected_rows() != 1) co_return;
  const auto found = co_await pool_.query(select_mail, due.id);
  if (found.rows().empty()) co_return;  // whom it was for was erased meanwhile
  const auto row = found.rows().at(0);
  const base::Instant created_at = mysql::instant(row.at(5));
  Message message{text(row.at(0)), text(row.at(1)), text(row.at(2)), text(row.at(3))};
  std::string attachments = row.at(4).is_null() ? std::string{} : text(row.at(4));
  const std::string id = std::to_string(due.id);
  auto work = [this, id, message = std::move(message), attachments = std::move(attachments),
               now = clock_.now()]() mutable -> std::string {
    try {
      message.attachments = attachments_of(attachments);
      send(settings_, message, id, now);
      return {};
    } catch (const std::exception& error) {
      return error.what();
    }
  };
  const auto fault = co_await workers_.run(std::move(work));
  if (fault && fault->empty()) {
    co_await pool_.query(delete_mail, due.id);
    sent_.Increment();
    co_return;
  }
  failed_.Increment();
  const bool too_old = clock_.now() - created_at > 48h;
  telemetry::warn(
      "mail not sent",
      {{"id", id}, {"attempts", due.attempts + 1}, {"dropped", too_old}, {"what", fault ? *fault : "too many at once"}});
  if (too_old) co_await pool_.query(delete_mail, due.id);
  else co_await pool_.query(postpone, clock_.now() + pause_after(due.attempts), due.id);
}

}  // namespace gelora::mail
