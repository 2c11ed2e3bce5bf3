#include "booking/app/send_messages.hpp"

#include "booking/app/message_letter.hpp"
#include "booking/app/messages.hpp"
#include "booking/app/sell_at_counter.hpp"
#include "booking/storage/messages.hpp"
#include "mysql/backlog.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr auto taken_for = 20s;

// What the mails of one step have in common.
class Writing {
 public:
  Writing(PostOffice& office, const Message& message) : office_(office), message_(message) {}

  Task<std::vector<Letterbox>> letters(std::vector<Reader> readers) {
    contacts_ = co_await contacts_of_buyers(office_.pool, office_.users, buyers_of(readers));
    const auto seller = co_await office_.users.organisation_name(message_.organisation);
    seller_ = seller.value_or("Gelora");
    std::vector<Letterbox> out;
    for (const auto& one : readers) {
      auto mail = co_await mail_to(one);
      out.push_back({one, std::move(mail)});
    }
    co_return out;
  }

 private:
  Task<std::optional<mail::Message>> mail_to(Reader reader) {
    const auto contact = contacts_.find(reader.booking);
    if (!reader.fits || contact == contacts_.end()) co_return std::nullopt;
    if (!shows_.contains(reader.show)) {
      auto text = co_await find_show_text(office_.pool, reader.show);
      CHECK(text);  // shows are never deleted
      shows_.emplace(reader.show, std::move(*text));
    }
    const Letter letter = message_letter(message_.content.words, shows_.at(reader.show), {contact->second.name, reader.reference},
                                         seller_, l10n::language_of(contact->second.locale), office_.public_url);
    co_return mail::Message{contact->second.email, letter.subject, to_text(letter), to_html(letter), {}};
  }

  PostOffice& office_;
  const Message& message_;
  std::map<BookingId, Contact> contacts_;
  std::map<ShowId, ShowText> shows_;
  std::string seller_;
};

struct Counters {
  prometheus::Counter &written, &left_out;
};

Task<> take_a_step(PostOffice& office, Step step, MessageLimits limits, Counters counters) {
  auto readers = co_await next_readers(office.pool, step.message, mails_a_step(limits.mails_a_minute, step.messages));
  if (readers.empty()) {
    co_await finish_message(office.pool, step, office.clock.now());
    telemetry::info("a message was sent", {{"id", step.message.id.text()}, {"mails", step.message.sent}});
    co_return;
  }
  Writing writing(office, step.message);
  auto done = co_await writing.letters(std::move(readers));
  const auto mails =
      static_cast<std::size_t>(std::count_if(done.begin(), done.end(), [](const auto& one) { return one.mail.has_value(); }));
  const std::size_t all = done.size();
  const Instant now = office.clock.now();
  const Instant next = now + time_for(mails, limits.mails_a_minute, step.messages);
  const bool ours = co_await finish_step(office.pool, office.ids, step, std::move(done), now, next);
  if (!ours) co_return;
  counters.written.Increment(static_cast<double>(mails));
  counters.left_out.Increment(static_cast<double>(all - mails));
  office.mails.nudge();
}

}  // namespace

Task<> keep_sending_messages(loop::Loop& loop, PostOffice& office, MessageLimits limits, telemetry::Metrics& metrics) {
  const Counters counters{metrics.counter("gelora_message_mails_total", "Buyers whom a message was written to"),
                          metrics.counter("gelora_message_left_out_total", "Buyers whom a message had to leave out")};
  auto& waiting = metrics.gauge("gelora_messages_waiting", "Buyers whom messages that are being sent are still to be written to");
  auto& late = metrics.gauge("gelora_messages_late_seconds", "How long the next step of a message is overdue");
  loop.spawn(mysql::keep_measuring(office.pool, office.clock, {messages_backlog(), waiting, late}));
  for (;;) {
    bool more = false;
    std::string fault;
    try {
      const Instant now = office.clock.now();
      const auto step = co_await take_step(office.pool, now, now + taken_for);
      more = step.has_value();
      if (step) co_await take_a_step(office, *step, limits, counters);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("a message waits", {{"what", fault}});
    if (!more) co_await loop::sleep_for(100ms);
  }
}

}  // namespace gelora::booking
