// Use cases: an organiser looks at what a message will be, gets it as a test, and has it sent. Who writes is an owner or manager
// of the show's organisation; the caller has made sure of that.
#pragma once
#include "booking/app/app.hpp"
#include "booking/app/letter.hpp"
#include "booking/app/message_limits.hpp"
#include "booking/app/transfers.hpp"
#include "booking/storage/messages.hpp"
#include "l10n/language.hpp"

namespace gelora::booking {

// The bookings that such a message would go to, now. Asks user-service where a language is wished for; throws base::Unavailable.
Task<std::vector<std::uint64_t>> audience_of(App& app, UserClient& users, ShowId show, MessageContent content);

// Whose bookings they are, to ask for their addresses.
std::vector<std::pair<BookingId, UserId>> buyers_of(const std::vector<Reader>& readers);

// Fields that are empty and may not be when it is sent, as JSON pointers.
std::vector<std::string_view> empty_fields(const MessageWords& words);

// The mail in both languages, with the values of somebody whom it is for; made-up ones when there is nobody.
struct MessagePreview {
  Letter id, en;
};
Task<MessagePreview> preview_message(App& app, Courier& courier, Message message);

// Both languages to its writer. NoAddress: a program has none.
struct TestSent {
  std::string to;
};
struct NoAddress {};
using TestOutcome = std::variant<TestSent, MessageChange, NoAddress>;
Task<TestOutcome> send_test(App& app, Courier& courier, Author author, Message message);

struct NobodyToTell {};
using SendOutcome = std::variant<Begun, MessageChange, NotTested, SentTooOften, NobodyToTell>;
Task<SendOutcome> send_message(App& app, Courier& courier, Author author, Message message, MessageLimits limits);

}  // namespace gelora::booking
