#include "booking/rehearsal/crowd.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

constexpr double there_at_the_opening = 0.4;
constexpr double choose_on_the_map = 0.6;
constexpr int rows_looked_at = 8;

// The seats of a row from the one with the best view outwards: the first run that is free.
std::optional<seats::SeatNo> run_of(const seats::SeatMap& map, const seats::Row& row, std::uint32_t quantity) {
  if (row.count < quantity) return std::nullopt;
  const auto starts = static_cast<std::int64_t>(row.count - quantity + 1);
  const auto middle = std::clamp<std::int64_t>(std::llround(row.focus - (quantity - 1) / 2.0), 0, starts - 1);
  for (std::int64_t away = 0; away < starts; ++away) {
    for (const std::int64_t start : {middle - away, middle + away}) {
      if (start < 0 || start >= starts) continue;
      const seats::SeatNo first = row.first + static_cast<seats::SeatNo>(start);
      std::uint32_t i = 0;
      while (i < quantity && map.at(first + i) == seats::SeatState::available) ++i;
      if (i == quantity) return first;
    }
  }
  return std::nullopt;
}

}  // namespace

Temper::Temper(const Crowd& crowd, const Show& show)
    : crowd_(crowd),
      layout_(show.hall->layout),
      most_(std::max(show.max_tickets, 1U)),
      rows_of_(layout_.zones.size()),
      random_(crowd.seed) {
  std::uint64_t until = 0;
  for (std::size_t i = 0; i < layout_.zones.size(); ++i) places_until_.push_back(until += show.capacity_of(i));
  for (std::uint32_t i = 0; i < layout_.rows.size(); ++i) rows_of_[layout_.rows[i].zone].push_back(i);
  for (auto& rows : rows_of_) {
    std::stable_sort(rows.begin(), rows.end(),
                     [this](std::uint32_t a, std::uint32_t b) { return layout_.rows[a].rank < layout_.rows[b].rank; });
  }
}

double Temper::unit() { return static_cast<double>(random_() >> 11) * 0x1p-53; }

std::size_t Temper::one_of(std::size_t count) { return static_cast<std::size_t>(unit() * static_cast<double>(count)); }

// Box–Muller, https://doi.org/10.1214/aoms/1177706645
Duration Temper::about(Duration median, double spread) {
  const double normal = std::sqrt(-2 * std::log(1 - unit())) * std::cos(2 * std::numbers::pi * unit());
  return Duration{static_cast<std::int64_t>(static_cast<double>(median.count()) * std::exp(spread * normal))};
}

Duration Temper::arrival(Duration gathers) {
  if (unit() < there_at_the_opening) return -Duration{static_cast<std::int64_t>(unit() * static_cast<double>(gathers.count()))};
  double late = 0;  // fewer and fewer, all of them within the time, whose third is about the mean
  do {
    late = -std::log(1 - unit()) / 3;
  } while (late >= 1);
  return Duration{static_cast<std::int64_t>(late * static_cast<double>(crowd_.within.count()))};
}

std::uint32_t Temper::party() {
  const double drawn = unit();
  const std::uint32_t wanted = drawn < 0.15 ? 1 : drawn < 0.70 ? 2 : drawn < 0.82 ? 3 : 4;
  return std::min(wanted, most_);
}

seats::ZoneIndex Temper::favourite_zone() {
  const auto drawn = static_cast<std::uint64_t>(unit() * static_cast<double>(places_until_.back()));
  const auto found = std::upper_bound(places_until_.begin(), places_until_.end(), drawn);
  return static_cast<seats::ZoneIndex>(std::min<std::ptrdiff_t>(found - places_until_.begin(), std::ssize(places_until_) - 1));
}

bool Temper::chooses_on_the_map() { return unit() < choose_on_the_map; }
bool Temper::comes_when_called() { return unit() < 0.95; }

Intention Temper::intention() {
  if (unit() * 100 < crowd_.paying) return Intention::pays;
  const double drawn = unit();
  if (drawn < 0.5) return Intention::lets_the_hold_lapse;
  return drawn < 0.75 ? Intention::releases : Intention::books_and_does_not_pay;
}

Duration Temper::to_react() { return about(2s, 0.6); }
Duration Temper::to_choose() { return about(20s, 0.7); }
Duration Temper::to_choose_again() { return about(7s, 0.6); }
Duration Temper::to_check_out() { return about(45s, 0.6); }
Duration Temper::to_pay() { return about(60s, 0.6); }
Duration Temper::to_come_when_called() { return about(5s, 1.0); }
Duration Temper::patience() { return about(8min, 0.8); }

std::vector<seats::SeatNo> Temper::seats_on_the_map(const seats::SeatMap& map, seats::ZoneIndex zone, std::uint32_t quantity) {
  const auto& rows = rows_of_[zone];
  for (int i = 0; i < rows_looked_at && !rows.empty(); ++i) {
    const double drawn = unit();
    const auto& row = layout_.rows[rows[static_cast<std::size_t>(drawn * drawn * static_cast<double>(rows.size()))]];
    const auto first = run_of(map, row, quantity);
    if (!first) continue;
    std::vector<seats::SeatNo> found;
    for (std::uint32_t k = 0; k < quantity; ++k) found.push_back(*first + k);
    return found;
  }
  return {};
}

}  // namespace gelora::booking
