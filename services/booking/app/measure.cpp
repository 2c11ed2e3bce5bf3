#include "booking/app/measure.hpp"

#include <algorithm>

#include "booking/storage/receipts.hpp"
#include "mysql/backlog.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t shows_by_name = 50;
constexpr std::array<const char*, 4> states{"free", "held", "sold", "blocked"};

struct Measures {
  explicit Measures(telemetry::Metrics& metrics)
      : waiting(metrics.gauge("gelora_box_office_waiting_commands", "Commands that wait for a commit")),
        desks(metrics.gauge("gelora_box_office_desks", "Shows that are sold by this process")),
        decides(metrics.gauge("gelora_box_office_decides", "0: nothing is sold here, the leases or the database are away")),
        oversold(metrics.gauge("gelora_oversold_places", "Claims and tickets beyond the places that there are: always 0")),
        in_rooms(metrics.gauge("gelora_waiting_room_people",
                               "Who waits for a turn in the waiting rooms of the shows that are sold here")),
        awaiting(metrics.gauge("gelora_bookings_awaiting_payment", "Bookings that are not paid yet")),
        overdue(metrics.gauge("gelora_bookings_overdue_seconds", "How long the oldest unpaid booking is past its pay_by")),
        receipts(metrics.gauge("gelora_receipts_waiting", "Mails to buyers that are not written yet, counted up to 10,000")),
        oldest_receipt(metrics.gauge("gelora_receipts_oldest_seconds", "Age of the oldest of them")),
        free(prometheus::BuildGauge()
                 .Name("gelora_show_free_places")
                 .Help("Free places of a show that is on sale; the next 50 shows of this process")
                 .Register(metrics.registry())) {
    for (std::size_t i = 0; i < states.size(); ++i)
      places[i] = &metrics.gauge("gelora_places", "Places of the shows that are sold here", {{"state", states[i]}});
  }

  prometheus::Gauge &waiting, &desks, &decides, &oversold, &in_rooms, &awaiting, &overdue, &receipts, &oldest_receipt;
  prometheus::Family<prometheus::Gauge>& free;
  std::array<prometheus::Gauge*, 4> places{};
  std::unordered_map<ShowId, prometheus::Gauge*> by_show;
};

struct Sum {
  std::array<std::size_t, 4> places{};
  std::size_t oversold = 0, awaiting = 0, in_rooms = 0;
  std::optional<Instant> first_pay_by;
  struct OnSale {
    Instant starts_at;
    ShowId show;
    std::size_t free;
  };
  std::vector<OnSale> on_sale;
  Duration longest{};  // that one desk took to count
};

// A desk at a time, so that nobody who buys waits for a hundred of them.
Task<Sum> add_up(App& app) {
  Sum sum;
  const auto shows = app.box_office.desks();
  for (const ShowId show : shows) {
    const Desk* desk = app.box_office.desk(show);
    if (desk == nullptr) continue;
    const auto began = loop::SteadyClock::now();
    const DeskCounts counts = desk->counts();
    sum.longest = std::max(sum.longest, std::chrono::duration_cast<Duration>(loop::SteadyClock::now() - began));
    for (std::size_t i = 0; i < states.size(); ++i) sum.places[i] += counts.places[i];
    sum.oversold += counts.oversold;
    sum.awaiting += counts.awaiting_payment;
    sum.in_rooms += counts.waiting;
    if (counts.first_pay_by && (!sum.first_pay_by || *counts.first_pay_by < *sum.first_pay_by))
      sum.first_pay_by = counts.first_pay_by;
    const Instant now = app.clock.now();
    if (desk->show().opens_at <= now && now < desk->show().closes_at)
      sum.on_sale.push_back({desk->show().starts_at, show, counts.places[0]});
    co_await loop::sleep_for(20ms);
  }
  std::sort(sum.on_sale.begin(), sum.on_sale.end(),
            [](const auto& a, const auto& b) { return std::tie(a.starts_at, a.show) < std::tie(b.starts_at, b.show); });
  if (sum.on_sale.size() > shows_by_name) sum.on_sale.resize(shows_by_name);
  co_return sum;
}

void tell_shows(Measures& measures, const Sum& sum) {
  auto before = std::exchange(measures.by_show, {});
  for (const auto& one : sum.on_sale) {
    auto& gauge = measures.free.Add({{"show_id", one.show.text()}});
    gauge.Set(static_cast<double>(one.free));
    measures.by_show[one.show] = &gauge;
    before.erase(one.show);
  }
  for (const auto& [show, gauge] : before) measures.free.Remove(gauge);
}

void tell(Measures& measures, const Sum& sum, Instant now) {
  for (std::size_t i = 0; i < states.size(); ++i) measures.places[i]->Set(static_cast<double>(sum.places[i]));
  measures.oversold.Set(static_cast<double>(sum.oversold));
  measures.awaiting.Set(static_cast<double>(sum.awaiting));
  measures.in_rooms.Set(static_cast<double>(sum.in_rooms));
  measures.overdue.Set(mysql::seconds_since(sum.first_pay_by, now));
  tell_shows(measures, sum);
}

Task<> tell_queue(BoxOffice& box_office, Measures& measures) {
  for (;;) {
    measures.waiting.Set(static_cast<double>(box_office.waiting()));
    measures.desks.Set(static_cast<double>(box_office.desks().size()));
    measures.decides.Set(box_office.decides() ? 1 : 0);
    co_await loop::sleep_for(1s);
  }
}

}  // namespace

Task<> keep_measuring(App& app, telemetry::Metrics& metrics) {
  Measures measures(metrics);
  app.box_office.loop().spawn(tell_queue(app.box_office, measures));
  app.box_office.loop().spawn(
      mysql::keep_measuring(app.pool, app.clock, {receipts_backlog(), measures.receipts, measures.oldest_receipt}));
  for (;;) {
    const Sum sum = co_await add_up(app);
    tell(measures, sum, app.clock.now());
    // nobody is served while a desk counts: at most a five-hundredth of the time
    co_await loop::sleep_for(std::clamp(500 * sum.longest, Duration{5s}, Duration{60s}));
  }
}

}  // namespace gelora::booking
