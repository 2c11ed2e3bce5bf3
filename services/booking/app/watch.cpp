#include "booking/app/watch.hpp"

#include "booking/app/notice_letters.hpp"
#include "booking/app/sell_at_counter.hpp"
#include "booking/storage/drafts.hpp"
#include "booking/storage/waitlist.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t at_once = 8;
constexpr auto taken_for = 20s;

Duration pause_after(std::uint64_t tries) { return std::min<Duration>(1s * (1 << std::min<std::uint64_t>(tries, 9)), 5min); }

Task<> handle(PostOffice& office, Notice notice) {
  std::optional<mail::Message> message;
  if (notice.stands) {
    const auto show = co_await find_show_text(office.pool, notice.show);
    const auto contact = co_await contact_of_buyer(office.pool, office.users, notice.booking, notice.user);
    if (show && contact) {
      const Letter letter = notice_letter(notice, *show, l10n::language_of(contact->locale), office.public_url);
      message = mail::Message{contact->email, letter.subject, to_text(letter), to_html(letter), {}};
    }
  }
  auto body = [&office, &message, notice](mysql::Connection& db) -> Task<> {
    const Instant now = office.clock.now();
    const bool ours = co_await finish_notice(db, notice, now);
    if (ours && message) co_await mail::put(db, notice.id, *message, now);
  };
  co_await office.pool.transaction(std::move(body));
  if (message) office.mails.nudge();
}

Task<> try_to_handle(PostOffice& office, Notice notice) {
  std::string fault;
  try {
    co_await handle(office, notice);
  } catch (const std::exception& error) {
    fault = error.what();
  }
  if (fault.empty()) co_return;
  telemetry::warn("a notice waits", {{"id", notice.id}, {"tries", notice.tries}, {"what", fault}});
  co_await postpone_notice(office.pool, notice, office.clock.now() + pause_after(notice.tries));
}

}  // namespace

Task<WatchOutcome> watch_show(App& app, ShowId id, UserId user) {
  const auto found = app.shows.find(id);
  if (found == app.shows.end()) co_return NoShowToWatch{};
  const Instant now = app.clock.now();
  if (sale_status(*found->second, now, 1) != SaleStatus::upcoming) co_return NotUpcoming{};
  co_await watch(app.pool, id, user, now);
  co_return Watching{};
}

Task<> keep_telling_of_openings(mysql::Pool& pool, IdGenerator& ids, const Clock& clock) {
  for (;;) {
    std::size_t owed = 0;
    std::string fault;
    try {
      owed = co_await owe_opening_notices(pool, ids, clock.now());
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("who watches cannot be told yet", {{"what", fault}});
    if (owed == 0) co_await loop::sleep_for(1s);
  }
}

Task<> keep_telling_of_moves(mysql::Pool& pool, IdGenerator& ids, const Clock& clock) {
  for (;;) {
    std::size_t owed = 0;
    std::string fault;
    try {
      owed = co_await owe_move_notices(pool, ids, clock.now());
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("ticket holders cannot be told of a new date yet", {{"what", fault}});
    if (owed == 0) co_await loop::sleep_for(1s);
  }
}

Task<> keep_sending_notices(PostOffice& office) {
  for (;;) {
    bool more = false;
    std::string fault;
    try {
      const Instant now = office.clock.now();
      const auto taken = co_await take_notices(office.pool, now, now + taken_for, at_once);
      for (const auto& notice : taken) co_await try_to_handle(office, notice);
      more = !taken.empty();
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("notices", {{"what", fault}});
    if (!more) co_await loop::sleep_for(500ms);
  }
}

}  // namespace gelora::booking
