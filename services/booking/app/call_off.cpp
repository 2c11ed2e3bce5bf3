#include "booking/app/call_off.hpp"

#include "booking/box_office/call_off.hpp"
#include "booking/storage/selling_rules.hpp"
#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t page = 200;

class MysqlCallOffBook final : public CallOffBook {
 public:
  MysqlCallOffBook(App& app, Halls& halls, TimeLimits limits) : app_(app), halls_(halls), limits_(limits) {}

  Task<std::shared_ptr<const Show>> show(ShowId show) override { return load_show(app_.pool, halls_, limits_, show); }
  Task<std::vector<BookingId>> open_bookings(ShowId show, BookingId after) override {
    if (after == BookingId{}) co_await count_open_bookings(app_.pool, show);
    co_return co_await open_bookings_of(app_.pool, show, after, page);
  }
  Task<> finish(ShowId show, std::uint64_t epoch) override {
    const bool done = co_await finish_cancellation(app_.pool, show, epoch, app_.clock.now());
    if (done) telemetry::info("the show is called off", {{"show_id", show.text()}});
  }

 private:
  App& app_;
  Halls& halls_;
  TimeLimits limits_;
};

// One that fails keeps no other from being called off.
Task<> try_to_call_off(BoxOffice& box_office, CallOffBook& book, ShowId show) {
  std::string fault;
  try {
    co_await call_off(box_office, book, show);
  } catch (const std::exception& error) {
    fault = error.what();
  }
  if (!fault.empty()) telemetry::warn("a show cannot be called off yet", {{"show_id", show.text()}, {"what", fault}});
}

}  // namespace

Task<> keep_calling_off(App& app, Halls& halls, TimeLimits limits) {
  MysqlCallOffBook book(app, halls, limits);
  for (;;) {
    std::vector<ShowId> shows;
    std::string fault;
    try {
      shows = co_await running_cancellations(app.pool);
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("shows cannot be called off yet", {{"what", fault}});
    for (const auto show : shows) co_await try_to_call_off(app.box_office, book, show);
    co_await loop::sleep_for(500ms);
  }
}

}  // namespace gelora::booking
