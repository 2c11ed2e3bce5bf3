#include "booking/box_office/call_off.hpp"

#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

struct Page {
  explicit Page(loop::Loop& loop) : done(loop) {}
  std::size_t open = 0;
  bool failed = false;
  loop::Signal done;
};

Task<> call_off_one(BoxOffice& box_office, ShowId show, BookingId id, Page& page) {
  std::string fault;
  try {
    co_await box_office.submit(show, CallOff{id});
  } catch (const std::exception& error) {
    fault = error.what();
  }
  if (!fault.empty()) {
    page.failed = true;
    telemetry::warn("booking not called off yet", {{"booking_id", id.text()}, {"what", fault}});
  }
  if (--page.open == 0) page.done.notify_all();
}

// Side by side; false when it has to be done again.
Task<bool> call_off_all(BoxOffice& box_office, ShowId show, std::vector<BookingId> bookings) {
  Page page(box_office.loop());
  page.open = bookings.size();
  for (const auto id : bookings) box_office.loop().spawn(call_off_one(box_office, show, id, page));
  while (page.open > 0) co_await page.done.wait();
  co_return !page.failed;
}

}  // namespace

Task<> call_off(BoxOffice& box_office, CallOffBook& book, ShowId show) {
  if (box_office.desk(show) == nullptr) co_return;
  auto now = co_await book.show(show);
  box_office.show_changed(std::move(now));  // from here on nobody can book
  // What was booked before may still be on its way to the database, under an id that was made long ago.
  const auto epoch = co_await box_office.until_durable(show);
  if (!epoch) co_return;
  for (BookingId last{};;) {
    const auto bookings = co_await book.open_bookings(show, last);
    if (bookings.empty()) break;
    const bool all = co_await call_off_all(box_office, show, bookings);
    if (!all) co_return;
    last = bookings.back();
  }
  co_await book.finish(show, *epoch);
}

}  // namespace gelora::booking
