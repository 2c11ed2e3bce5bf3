#include "booking/app/messages.hpp"

#include "booking/app/message_letter.hpp"
#include "booking/app/sell_at_counter.hpp"

namespace gelora::booking {
namespace {

constexpr std::size_t page = 500;

// Those of a page whose language it is.
Task<> keep_language(mysql::Pool& pool, UserClient& users, std::vector<Reader>& readers, std::string language) {
  const auto contacts = co_await contacts_of_buyers(pool, users, buyers_of(readers));
  std::erase_if(readers, [&](const Reader& one) {
    const auto found = contacts.find(one.booking);
    return found == contacts.end() || (l10n::language_of(found->second.locale) == Language::en) != (language == "en");
  });
}

Task<std::optional<Reader>> somebody(App& app, const Message& message) {
  const auto shows = co_await shows_of_message(app.pool, message.show, message.content.whole_concert);
  for (const auto show : shows) {
    const auto readers = co_await readers_of(app.pool, show, message.content.filter, {}, 1);
    if (!readers.empty()) co_return readers.front();
  }
  co_return std::nullopt;
}

Task<std::string> seller_of(UserClient& users, std::uint64_t organisation) {
  const auto name = co_await users.organisation_name(organisation);
  co_return name.value_or("Gelora");
}

struct Example {
  ShowText show;
  Addressee to;
  std::string seller;
};
Task<Example> example_of(App& app, Courier& courier, const Message& message) {
  const auto reader = co_await somebody(app, message);
  const ShowId about = reader ? reader->show : message.show;
  auto show = co_await find_show_text(app.pool, about);
  CHECK(show);  // a message is of a show, and shows are never deleted
  Example example{std::move(*show), {"Ayu Lestari", "7K2M9QXT"}, {}};
  if (reader) {
    const auto contact = co_await contact_of_buyer(app.pool, courier.users, reader->booking, reader->user);
    if (contact) example.to = {contact->name, reader->reference};
  }
  example.seller = co_await seller_of(courier.users, message.organisation);
  co_return example;
}

}  // namespace

std::vector<std::pair<BookingId, UserId>> buyers_of(const std::vector<Reader>& readers) {
  std::vector<std::pair<BookingId, UserId>> buyers;
  for (const auto& one : readers) buyers.emplace_back(one.booking, one.user);
  return buyers;
}

Task<std::vector<std::uint64_t>> audience_of(App& app, UserClient& users, ShowId of, MessageContent content) {
  std::vector<std::uint64_t> bookings;
  const auto shows = co_await shows_of_message(app.pool, of, content.whole_concert);
  for (const auto show : shows) {
    BookingId after;
    for (bool more = true; more;) {
      auto readers = co_await readers_of(app.pool, show, content.filter, after, page);
      more = readers.size() == page;
      if (!readers.empty()) after = readers.back().booking;
      if (!content.filter.language.empty() && !readers.empty())
        co_await keep_language(app.pool, users, readers, content.filter.language);
      for (const auto& one : readers) bookings.push_back(one.booking.value);
    }
  }
  co_return bookings;
}

std::vector<std::string_view> empty_fields(const MessageWords& words) {
  std::vector<std::string_view> empty;
  const std::pair<std::string_view, const std::string&> fields[] = {{"/subject/id", words.subject_id},
                                                                    {"/subject/en", words.subject_en},
                                                                    {"/body/id", words.body_id},
                                                                    {"/body/en", words.body_en}};
  for (const auto& [pointer, text] : fields) {
    if (paragraphs_of(text).empty()) empty.push_back(pointer);
  }
  return empty;
}

Task<MessagePreview> preview_message(App& app, Courier& courier, Message message) {
  const auto [show, to, seller] = co_await example_of(app, courier, message);
  const auto& words = message.content.words;
  co_return MessagePreview{message_letter(words, show, to, seller, Language::id, courier.public_url),
                           message_letter(words, show, to, seller, Language::en, courier.public_url)};
}

Task<TestOutcome> send_test(App& app, Courier& courier, Author author, Message message) {
  const auto writer = co_await courier.users.contact(author.user);
  if (!writer) co_return NoAddress{};
  const auto preview = co_await preview_message(app, courier, message);
  std::vector<mail::Message> mails;
  mails.push_back({writer->email, "[Uji] " + preview.id.subject, to_text(preview.id), to_html(preview.id)});
  mails.push_back({writer->email, "[Test] " + preview.en.subject, to_text(preview.en), to_html(preview.en)});
  const auto change = co_await test_message(app.pool, app.ids, author, message.id, message.version, std::move(mails));
  if (change != MessageChange::done) co_return change;
  courier.mails.nudge();
  co_return TestSent{writer->email};
}

Task<SendOutcome> send_message(App& app, Courier& courier, Author author, Message message, MessageLimits limits) {
  if (message.status != MessageStatus::draft) co_return MessageChange::not_now;
  if (!message.tested) co_return NotTested{};
  auto bookings = co_await audience_of(app, courier.users, message.show, message.content);
  if (bookings.empty()) co_return NobodyToTell{};
  const auto outcome =
      co_await begin_message(app.pool, app.ids, author, message.id, message.version, std::move(bookings), limits.a_day);
  co_return std::visit([](const auto& one) -> SendOutcome { return one; }, outcome);
}

}  // namespace gelora::booking
