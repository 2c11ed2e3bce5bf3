#include "booking/domain/show.hpp"

#include <algorithm>

namespace gelora::booking {
namespace {

const seats::Row& row_of(const seats::Layout& layout, seats::SeatNo seat) {
  const auto after = std::upper_bound(layout.rows.begin(), layout.rows.end(), seat,
                                      [](seats::SeatNo no, const seats::Row& row) { return no < row.first; });
  return *std::prev(after);
}

}  // namespace

std::string Hall::full_label(seats::SeatNo place) const {
  if (place >= layout.seat_count()) return short_label(place);
  const auto row = static_cast<std::size_t>(&row_of(layout, place) - layout.rows.data());
  const std::string& section_and_row = row_names[row];
  return section_and_row.substr(0, section_and_row.rfind(" · ") + 4) + seat_labels[place];
}

std::string Hall::short_label(seats::SeatNo place) const {
  return place < layout.seat_count() ? seat_labels[place] : zones[layout.zone_of(place)].name;
}

bool Show::leads_to(const std::string& gate, seats::SeatNo place) const {
  const auto known = gates.find(gate);
  if (known == gates.end()) return true;
  return std::find(known->second.begin(), known->second.end(), hall->layout.zone_of(place)) != known->second.end();
}

std::uint32_t Show::capacity_of(std::size_t zone) const {
  const seats::Zone& planned = hall->layout.zones[zone];
  return planned.standing ? std::min(zones[zone].capacity.value_or(planned.capacity), planned.capacity) : planned.capacity;
}

std::uint64_t Show::capacity() const {
  std::uint64_t places = 0;
  for (std::size_t i = 0; i < zones.size(); ++i) places += capacity_of(i);
  return places;
}

bool Presale::is_code(std::string_view given) const {
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  return std::equal(given.begin(), given.end(), code.begin(), code.end(),
                    [upper](char a, char b) { return upper(a) == upper(b); });
}

SaleStatus sale_status(const Show& show, Instant now, std::uint64_t free) {
  if (show.state == ShowState::cancelled) return SaleStatus::cancelled;
  if (show.state == ShowState::postponed) return SaleStatus::postponed;
  if (now >= show.closes_at) return SaleStatus::closed;
  if (now < show.opens_at) return SaleStatus::upcoming;
  return free == 0 ? SaleStatus::sold_out : SaleStatus::on_sale;
}

std::string_view name_of(SaleStatus status) {
  switch (status) {
    case SaleStatus::upcoming: return "upcoming";
    case SaleStatus::on_sale: return "on_sale";
    case SaleStatus::sold_out: return "sold_out";
    case SaleStatus::closed: return "closed";
    case SaleStatus::postponed: return "postponed";
    case SaleStatus::cancelled: return "cancelled";
  }
  return "";
}

}  // namespace gelora::booking
