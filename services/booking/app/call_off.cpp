#include "booking/app/call_off.hpp"

#include "booking/storage/selling_rules.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t page = 200;

Task<> call_off_one(App& app, ShowId show, BookingId id, std::size_t& open, bool& failed, loop::Signal& done) {
  std::string fault;
  try {
    co_await app.box_office.submit(show, CallOff{id});
  } catch (const std::exception& error) {
    fault = error.what();
  }
  if (!fault.empty()) {
    failed = true;
    telemetry::warn("booking not called off yet", {{"booking_id", id.text()}, {"what", fault}});
  }
  if (--open == 0) done.notify_all();
}

// One page; false when it has to be done again.
Task<bool> call_off_page(App& app, ShowId show, std::vector<BookingId> bookings) {
  std::size_t open = bookings.size();
  bool failed = false;
  loop::Signal done(app.box_office.loop());
  for (const auto id : bookings) app.box_office.loop().spawn(call_off_one(app, show, id, open, failed, done));
  while (open > 0) co_await done.wait();
  co_return !failed;
}

Task<> go_on(App& app, Halls& halls, TimeLimits limits, Cancellation job) {
  if (app.box_office.desk(job.show) == nullptr) co_return;  // another instance has it
  auto show = co_await load_show(app.pool, halls, limits, job.show);
  app.box_office.show_changed(std::move(show));  // from here on nobody can book
  for (;;) {
    const auto bookings = co_await bookings_after(app.pool, job.show, job.last_booking, page);
    if (bookings.empty()) break;
    const bool all = co_await call_off_page(app, job.show, bookings);
    if (!all) co_return;  // again, a little later
    co_await note_progress(app.pool, job, bookings.back().value, bookings.size());
    job.last_booking = bookings.back().value;
  }
  co_await finish_cancellation(app.pool, job.show, app.clock.now());
  telemetry::info("the show is called off", {{"show_id", job.show.text()}});
}

}  // namespace

Task<> keep_calling_off(App& app, Halls& halls, TimeLimits limits) {
  for (;;) {
    std::string fault;
    try {
      const auto jobs = co_await running_cancellations(app.pool);
      for (const auto& job : jobs) co_await go_on(app, halls, limits, job);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("shows cannot be called off yet", {{"what", fault}});
    co_await loop::sleep_for(500ms);
  }
}

}  // namespace gelora::booking
