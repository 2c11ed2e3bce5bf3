// Messages to buyers, in SQL. See migrations/0020_messages.sql.
#pragma once
#include <optional>

#include "booking/domain/message.hpp"
#include "booking/storage/drafts.hpp"
#include "mail/mail_outbox.hpp"

namespace gelora::booking {

struct MessageWords {
  std::string subject_id, body_id, subject_en, body_en;
};

struct MessageContent {
  MessageWords words;
  MessageFilter filter;
  bool whole_concert = false;
};

struct Message {
  MessageId id;
  std::uint64_t organisation = 0;  // that has its concert now
  ConcertId concert;
  ShowId show;
  MessageStatus status = MessageStatus::draft;
  MessageContent content;
  std::uint64_t version = 0;
  bool tested = false;  // this very version
  std::uint64_t total = 0, sent = 0, left_out = 0;
  Instant created_at, updated_at;
  std::optional<Instant> begun_at, finished_at;
};

Task<std::optional<Message>> find_message(mysql::Pool& pool, MessageId id);
// Newest first: those of the show, and those of all shows of its concert.
Task<std::vector<Message>> list_messages(mysql::Pool& pool, ShowId show, std::uint64_t before, std::size_t limit);

Task<MessageId> create_message(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId show, MessageContent content);
enum class MessageChange { done, not_there, stale, not_now };  // not_now: its status does not allow that
Task<MessageChange> save_message(mysql::Pool& pool, IdGenerator& ids, Author author, MessageId id, std::uint64_t version,
                                 MessageContent content);
Task<MessageChange> delete_message(mysql::Pool& pool, IdGenerator& ids, Author author, MessageId id);
// Its writer gets these mails, in the transaction that notes which version was tested.
Task<MessageChange> test_message(mysql::Pool& pool, IdGenerator& ids, Author author, MessageId id, std::uint64_t version,
                                 std::vector<mail::Message> mails);

// A booking that a message is for, and its buyer.
struct Reader {
  BookingId booking;
  UserId user;
  ShowId show;
  std::string reference;
  bool fits = true;  // its status still is one of the filter's
};
// Some for whom such a message would be, by show and booking; after the last of the page before.
Task<std::vector<Reader>> readers_of(mysql::Pool& pool, ShowId show, MessageFilter filter, BookingId after, std::size_t limit);
// The show, or all of its concert.
Task<std::vector<ShowId>> shows_of_message(mysql::Pool& pool, ShowId show, bool whole_concert);

struct Begun {};
struct NotTested {};
struct SentTooOften {
  Instant again_at;
};
using BeginOutcome = std::variant<Begun, MessageChange, NotTested, SentTooOften>;
// From here on it goes out to these bookings. At most `a_day` messages of an organisation begin within 24 hours.
Task<BeginOutcome> begin_message(mysql::Pool& pool, IdGenerator& ids, Author author, MessageId id, std::uint64_t version,
                                 std::vector<std::uint64_t> bookings, std::uint32_t a_day);
// Pauses it, lets it go on, or cancels it.
Task<MessageChange> turn_message(mysql::Pool& pool, IdGenerator& ids, Author author, MessageId id, MessageStatus to);

// One whose next step is due, taken until then.
struct Step {
  Message message;
  Instant mark;                // of who has taken it
  std::uint64_t messages = 1;  // that are being sent now, this one as well
};
Task<std::optional<Step>> take_step(mysql::Pool& pool, Instant now, Instant until);
Task<std::vector<Reader>> next_readers(mysql::Pool& pool, Message message, std::size_t limit);
struct Letterbox {
  Reader reader;
  std::optional<mail::Message> mail;  // none: is left out
};
// Each is written to once, whoever else tries; the next step is due at `next`. False when the step is not ours any more, or the
// message was paused or stopped: then nothing was written.
Task<bool> finish_step(mysql::Pool& pool, IdGenerator& ids, Step step, std::vector<Letterbox> done, Instant now, Instant next);
// Nobody is left.
Task<> finish_message(mysql::Pool& pool, Step step, Instant now);

// Of somebody whose account is erased, within the caller's transaction: what waits is not sent, what is owed never will be.
Task<> forget_messages(mysql::Connection& db, UserId user);

// How many are to be written to, and since when the oldest step is due; see mysql::Backlog.
std::string messages_backlog();

}  // namespace gelora::booking
