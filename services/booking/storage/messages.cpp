#include "booking/storage/messages.hpp"

#include <boost/json.hpp>

namespace gelora::booking {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;
using mysql::u64, mysql::i64, mysql::text, mysql::instant;

constexpr std::size_t rows_at_once = 1000;

#define MESSAGE_COLUMNS                                                                                                       \
  "SELECT m.id, c.organisation_id, m.concert_id, m.show_id, m.status, m.subject_id, m.body_id, m.subject_en, m.body_en, "     \
  "m.statuses, m.zone_id, m.admitted, m.language, m.whole_concert, m.revision, COALESCE(m.tested_revision = m.revision, 0), " \
  "m.total, m.sent, m.left_out, m.created_at_us, m.updated_at_us, m.begun_at_us, m.finished_at_us, m.next_at_us "
#define OF_CONCERTS "JOIN concerts c ON c.id = m.concert_id "
constexpr auto select_message = MESSAGE_COLUMNS "FROM messages m " OF_CONCERTS "WHERE m.id = ?";
constexpr auto select_messages = MESSAGE_COLUMNS
    "FROM (SELECT id FROM messages WHERE show_id = ? UNION SELECT o.id FROM messages o JOIN shows s ON s.concert_id = "
    "o.concert_id WHERE s.id = ? AND o.whole_concert = 1) x JOIN messages m ON m.id = x.id " OF_CONCERTS
    "WHERE x.id < ? ORDER BY x.id DESC LIMIT ?";
constexpr auto select_due = MESSAGE_COLUMNS ", (SELECT COUNT(*) FROM messages o WHERE o.status = 2) FROM messages m " OF_CONCERTS
                                            "WHERE m.status = 2 AND m.next_at_us <= ? ORDER BY m.next_at_us LIMIT 1";
constexpr auto insert_message =
    "INSERT INTO messages (id, organisation_id, concert_id, show_id, whole_concert, subject_id, body_id, subject_en, body_en, "
    "statuses, zone_id, admitted, language, created_at_us, updated_at_us) SELECT ?, ?, concert_id, id, ?, ?, ?, ?, ?, ?, ?, ?, "
    "?, "
    "?, ? FROM shows WHERE id = ?";
constexpr auto lock_message = "SELECT revision, status, tested_revision, next_at_us FROM messages WHERE id = ? FOR UPDATE";
constexpr auto update_content =
    "UPDATE messages SET whole_concert = ?, subject_id = ?, body_id = ?, subject_en = ?, body_en = ?, statuses = ?, zone_id = ?, "
    "admitted = ?, language = ?, revision = revision + 1, updated_at_us = ? WHERE id = ?";
constexpr auto delete_row = "DELETE FROM messages WHERE id = ?";
constexpr auto set_tested = "UPDATE messages SET tested_revision = ? WHERE id = ?";
constexpr auto select_shows =
    "SELECT id FROM shows WHERE id = ? OR (? = 1 AND concert_id = (SELECT o.concert_id FROM shows o WHERE o.id = ?)) ORDER BY id";
// Its index is said, as for the lists of a show's bookings.
constexpr auto select_readers =
    "SELECT b.id, b.user_id, b.show_id, b.reference FROM bookings b FORCE INDEX (bookings_of_a_show) WHERE b.show_id = ? AND "
    "b.id "
    "> ? AND (? >> b.status) & 1 = 1 AND (? = 0 OR JSON_SEARCH(b.document, 'one', ?, NULL, '$.lines[*].zone_id') IS NOT NULL) "
    "AND "
    "(? = 0 OR (? = 1) = EXISTS (SELECT 1 FROM tickets t JOIN admissions a ON a.ticket_id = t.id WHERE t.booking_id = b.id)) "
    "ORDER BY b.id LIMIT ?";

// Those who begin messages of an organisation do so one after the other.
constexpr auto lock_organisation = "SELECT id FROM messages WHERE organisation_id = ? ORDER BY id LIMIT 1 FOR UPDATE";
constexpr auto select_begun =
    "SELECT begun_at_us FROM messages WHERE organisation_id = ? AND begun_at_us > ? ORDER BY begun_at_us DESC LIMIT ?";
constexpr auto begin_row = "UPDATE messages SET status = 2, total = ?, begun_at_us = ?, next_at_us = ? WHERE id = ?";
constexpr auto turn_row = "UPDATE messages SET status = ?, next_at_us = ?, finished_at_us = ? WHERE id = ?";

constexpr auto claim_step = "UPDATE messages SET next_at_us = ? WHERE id = ? AND status = 2 AND next_at_us = ?";
constexpr auto select_to_do =
    "SELECT b.id, b.user_id, b.show_id, b.reference, (? >> b.status) & 1 FROM message_recipients r JOIN bookings b ON b.id = "
    "r.booking_id WHERE r.message_id = ? AND r.outcome = 0 ORDER BY r.booking_id LIMIT ?";
constexpr auto settle_row =
    "UPDATE message_recipients SET outcome = ?, mail_id = ? WHERE message_id = ? AND booking_id = ? AND outcome = 0";
constexpr auto count_row = "UPDATE messages SET sent = sent + ?, left_out = left_out + ?, next_at_us = ? WHERE id = ?";
constexpr auto finish_row =
    "UPDATE messages SET status = 4, left_out = total - sent, finished_at_us = ? WHERE id = ? AND status = 2 AND next_at_us = ?";

constexpr auto lock_recipients =
    "SELECT r.booking_id FROM message_recipients r JOIN bookings b ON b.id = r.booking_id WHERE b.user_id = ? FOR UPDATE";
constexpr auto forget_recipients =
    "UPDATE message_recipients r JOIN bookings b ON b.id = r.booking_id SET r.outcome = 2 WHERE b.user_id = ? AND r.outcome = 0";
constexpr auto forget_mails =
    "DELETE o FROM mail_outbox o JOIN message_recipients r ON r.mail_id = o.id JOIN bookings b ON b.id = r.booking_id WHERE "
    "b.user_id = ?";

constexpr auto select_backlog =
    "SELECT CAST(COALESCE(SUM(total - sent - left_out), 0) AS SIGNED), MIN(next_at_us) FROM messages WHERE status = 2";

Message message_of(mysql::RowView row) {
  Message message;
  message.id = {u64(row.at(0))};
  message.organisation = u64(row.at(1));
  message.concert = {u64(row.at(2))};
  message.show = {u64(row.at(3))};
  message.status = static_cast<MessageStatus>(u64(row.at(4)));
  message.content.words = {text(row.at(5)), text(row.at(6)), text(row.at(7)), text(row.at(8))};
  message.content.filter = {
      static_cast<std::uint32_t>(u64(row.at(9))), {u64(row.at(10))}, static_cast<Admitted>(u64(row.at(11))), text(row.at(12))};
  message.content.whole_concert = u64(row.at(13)) != 0;
  message.version = u64(row.at(14));
  message.tested = i64(row.at(15)) != 0;
  message.total = u64(row.at(16));
  message.sent = u64(row.at(17));
  message.left_out = u64(row.at(18));
  message.created_at = instant(row.at(19));
  message.updated_at = instant(row.at(20));
  message.begun_at = mysql::optional_instant(row.at(21));
  message.finished_at = mysql::optional_instant(row.at(22));
  return message;
}

Reader reader_of(mysql::RowView row) { return {{u64(row.at(0))}, {u64(row.at(1))}, {u64(row.at(2))}, text(row.at(3))}; }

json::object text_of(const Message& message) {
  const auto& [words, filter, whole_concert] = message.content;
  json::array statuses;
  for (const auto name : names_of_statuses(filter.statuses)) statuses.emplace_back(name);
  json::object text{{"id", message.id.text()},
                    {"subject_id", words.subject_id},
                    {"body_id", words.body_id},
                    {"subject_en", words.subject_en},
                    {"body_en", words.body_en},
                    {"whole_concert", whole_concert},
                    {"statuses", std::move(statuses)},
                    {"zone_id", nullptr},
                    {"admitted", nullptr},
                    {"language", nullptr},
                    {"tested", message.tested},
                    {"status", name_of(message.status)},
                    {"recipients", message.total}};
  if (filter.zone) text["zone_id"] = filter.zone.text();
  if (filter.admitted != Admitted::whoever) text["admitted"] = filter.admitted == Admitted::yes;
  if (!filter.language.empty()) text["language"] = filter.language;
  return text;
}

// The message within the caller's transaction, which has locked it; with the organisation that has its concert now.
Task<Message> read(mysql::Connection& db, MessageId id) {
  const auto found = co_await db.query(select_message, id);
  co_return message_of(found.rows().at(0));
}

// The message as it is now, after what it was; nothing when it was made just now.
Task<> note(mysql::Connection& db, IdGenerator& ids, Author author, std::string event, MessageId id, std::optional<Message> was) {
  const Message message = co_await read(db, id);
  json::value before;
  if (was) before = text_of(*was);
  CatalogueChange change{std::move(event), message.concert, message.show, std::move(before), text_of(message)};
  co_await note_change(db, ids, author, std::move(change));
}

// The message as it is locked for a change.
struct Locked {
  bool there = false;
  std::uint64_t version = 0;
  MessageStatus status{};
  bool tested = false;
  Instant next_at;
};
Task<Locked> lock(mysql::Connection& db, MessageId id) {
  const auto found = co_await db.query(lock_message, id);
  if (found.rows().empty()) co_return Locked{};
  const auto row = found.rows().at(0);
  co_return Locked{true, u64(row.at(0)), static_cast<MessageStatus>(u64(row.at(1))),
                   !row.at(2).is_null() && u64(row.at(2)) == u64(row.at(0)), instant(row.at(3))};
}

// What keeps a draft from being changed, if anything.
MessageChange may_change(const Locked& locked, std::uint64_t version) {
  if (!locked.there) return MessageChange::not_there;
  if (locked.status != MessageStatus::draft) return MessageChange::not_now;
  return locked.version == version ? MessageChange::done : MessageChange::stale;
}

bool may_turn(MessageStatus from, MessageStatus to) {
  using enum MessageStatus;
  if (to == paused) return from == sending;
  if (to == sending) return from == paused;
  return to == cancelled && (from == sending || from == paused);
}

Task<> insert_recipients(mysql::Connection& db, MessageId id, std::span<const std::uint64_t> bookings) {
  for (std::size_t from = 0; from < bookings.size(); from += rows_at_once) {
    const auto some = bookings.subspan(from, std::min(rows_at_once, bookings.size() - from));
    co_await db.run("INSERT INTO message_recipients (message_id, booking_id) SELECT " + id.text() +
                    ", id FROM bookings WHERE id IN (" + mysql::id_list(some) + ")");
  }
}

}  // namespace

std::string messages_backlog() { return select_backlog; }

Task<std::optional<Message>> find_message(mysql::Pool& pool, MessageId id) {
  const auto found = co_await pool.query(select_message, id);
  if (found.rows().empty()) co_return std::nullopt;
  co_return message_of(found.rows().at(0));
}

Task<std::vector<Message>> list_messages(mysql::Pool& pool, ShowId show, std::uint64_t before, std::size_t limit) {
  const auto found = co_await pool.query(select_messages, show, show, before, limit);
  std::vector<Message> messages;
  for (const auto row : found.rows()) messages.push_back(message_of(row));
  co_return messages;
}

Task<MessageId> create_message(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId show, MessageContent content) {
  const MessageId id = ids.make<MessageId>(author.now);
  auto body = [&](mysql::Connection& db) -> Task<> {
    const auto& [words, filter, whole_concert] = content;
    co_await db.query(insert_message, id, author.organisation, whole_concert, words.subject_id, words.body_id, words.subject_en,
                      words.body_en, filter.statuses, filter.zone, static_cast<unsigned>(filter.admitted), filter.language,
                      author.now, author.now, show);
    co_await note(db, ids, author, "message_created", id, std::nullopt);
  };
  co_await pool.transaction(body);
  co_return id;
}

Task<MessageChange> save_message(mysql::Pool& pool, IdGenerator& ids, Author author, MessageId id, std::uint64_t version,
                                 MessageContent content) {
  auto body = [&](mysql::Connection& db) -> Task<MessageChange> {
    const auto change = may_change(co_await lock(db, id), version);
    if (change != MessageChange::done) co_return change;
    auto was = co_await read(db, id);
    const auto& [words, filter, whole_concert] = content;
    co_await db.query(update_content, whole_concert, words.subject_id, words.body_id, words.subject_en, words.body_en,
                      filter.statuses, filter.zone, static_cast<unsigned>(filter.admitted), filter.language, author.now, id);
    co_await note(db, ids, author, "message_changed", id, std::move(was));
    co_return MessageChange::done;
  };
  co_return co_await pool.transaction(body);
}

Task<MessageChange> delete_message(mysql::Pool& pool, IdGenerator& ids, Author author, MessageId id) {
  auto body = [&](mysql::Connection& db) -> Task<MessageChange> {
    const auto locked = co_await lock(db, id);
    const auto change = may_change(locked, locked.version);
    if (change != MessageChange::done) co_return change;
    const auto was = co_await read(db, id);
    CatalogueChange gone{"message_deleted", was.concert, was.show, text_of(was), nullptr};
    co_await note_change(db, ids, author, std::move(gone));
    co_await db.query(delete_row, id);
    co_return MessageChange::done;
  };
  co_return co_await pool.transaction(body);
}

Task<MessageChange> test_message(mysql::Pool& pool, IdGenerator& ids, Author author, MessageId id, std::uint64_t version,
                                 std::vector<mail::Message> mails) {
  auto body = [&](mysql::Connection& db) -> Task<MessageChange> {
    const auto change = may_change(co_await lock(db, id), version);
    if (change != MessageChange::done) co_return change;
    auto was = co_await read(db, id);
    co_await db.query(set_tested, version, id);
    for (const auto& one : mails) co_await mail::put(db, ids.next(author.now), one, author.now);
    co_await note(db, ids, author, "message_tested", id, std::move(was));
    co_return MessageChange::done;
  };
  co_return co_await pool.transaction(body);
}

Task<std::vector<Reader>> readers_of(mysql::Pool& pool, ShowId show, MessageFilter filter, BookingId after, std::size_t limit) {
  const auto admitted = static_cast<unsigned>(filter.admitted);
  const auto found = co_await pool.query(select_readers, show, after, filter.statuses, filter.zone, filter.zone.text(), admitted,
                                         admitted, limit);
  std::vector<Reader> readers;
  for (const auto row : found.rows()) readers.push_back(reader_of(row));
  co_return readers;
}

Task<std::vector<ShowId>> shows_of_message(mysql::Pool& pool, ShowId show, bool whole_concert) {
  const auto found = co_await pool.query(select_shows, show, whole_concert, show);
  std::vector<ShowId> shows;
  for (const auto row : found.rows()) shows.push_back({u64(row.at(0))});
  co_return shows;
}

Task<BeginOutcome> begin_message(mysql::Pool& pool, IdGenerator& ids, Author author, MessageId id, std::uint64_t version,
                                 std::vector<std::uint64_t> bookings, std::uint32_t a_day) {
  auto body = [&](mysql::Connection& db) -> Task<BeginOutcome> {
    co_await db.query(lock_organisation, author.organisation);
    const auto locked = co_await lock(db, id);
    const auto change = may_change(locked, version);
    if (change != MessageChange::done) co_return change;
    if (!locked.tested) co_return NotTested{};
    const auto before = co_await db.query(select_begun, author.organisation, author.now - 24h, a_day);
    if (before.rows().size() >= a_day) co_return SentTooOften{instant(before.rows().at(a_day - 1).at(0)) + 24h};
    auto was = co_await read(db, id);
    co_await insert_recipients(db, id, bookings);
    co_await db.query(begin_row, bookings.size(), author.now, author.now, id);
    co_await note(db, ids, author, "message_begun", id, std::move(was));
    co_return Begun{};
  };
  co_return co_await pool.transaction(body);
}

Task<MessageChange> turn_message(mysql::Pool& pool, IdGenerator& ids, Author author, MessageId id, MessageStatus to) {
  auto body = [&](mysql::Connection& db) -> Task<MessageChange> {
    const auto locked = co_await lock(db, id);
    if (!locked.there) co_return MessageChange::not_there;
    if (locked.status == to) co_return MessageChange::done;
    if (!may_turn(locked.status, to)) co_return MessageChange::not_now;
    auto was = co_await read(db, id);
    std::optional<Instant> end;
    if (to == MessageStatus::cancelled) end = author.now;
    // A step that was taken keeps its mark, so that going on at once does not outrun the pace.
    const Instant next = std::max(locked.next_at, author.now);
    co_await db.query(turn_row, static_cast<unsigned>(to), next, end, id);
    co_await note(db, ids, author, "message_" + std::string{name_of(to)}, id, std::move(was));
    co_return MessageChange::done;
  };
  co_return co_await pool.transaction(body);
}

Task<std::optional<Step>> take_step(mysql::Pool& pool, Instant now, Instant until) {
  const auto found = co_await pool.query(select_due, now);
  if (found.rows().empty()) co_return std::nullopt;
  const auto row = found.rows().at(0);
  Step step{message_of(row), until, u64(row.at(24))};
  const auto done = co_await pool.query(claim_step, until, step.message.id, instant(row.at(23)));
  if (done.affected_rows() != 1) co_return std::nullopt;
  co_return step;
}

Task<std::vector<Reader>> next_readers(mysql::Pool& pool, Message message, std::size_t limit) {
  const auto found = co_await pool.query(select_to_do, message.content.filter.statuses, message.id, limit);
  std::vector<Reader> readers;
  for (const auto row : found.rows()) {
    readers.push_back(reader_of(row));
    readers.back().fits = u64(row.at(4)) != 0;
  }
  co_return readers;
}

Task<bool> finish_step(mysql::Pool& pool, IdGenerator& ids, Step step, std::vector<Letterbox> done, Instant now, Instant next) {
  const MessageId id = step.message.id;
  auto body = [&](mysql::Connection& db) -> Task<bool> {
    const auto locked = co_await lock(db, id);
    if (!locked.there || locked.status != MessageStatus::sending || locked.next_at != step.mark) co_return false;
    std::uint64_t sent = 0, left_out = 0;
    for (const auto& [reader, mail] : done) {
      const std::uint64_t mail_id = mail ? ids.next(now) : 0;
      const unsigned outcome = mail ? 1 : 2;
      const auto ours = co_await db.query(settle_row, outcome, mail_id, id, reader.booking);
      if (ours.affected_rows() != 1) continue;  // was erased meanwhile
      if (mail) co_await mail::put(db, mail_id, *mail, now);
      ++(mail ? sent : left_out);
    }
    co_await db.query(count_row, sent, left_out, next, id);
    co_return true;
  };
  co_return co_await pool.transaction(body);
}

Task<> finish_message(mysql::Pool& pool, Step step, Instant now) {
  co_await pool.query(finish_row, now, step.message.id, step.mark);
}

Task<> forget_messages(mysql::Connection& db, UserId user) {
  co_await db.query(lock_recipients, user);  // a mail that is being written is there, or will not be
  co_await db.query(forget_recipients, user);
  co_await db.query(forget_mails, user);
}

}  // namespace gelora::booking
