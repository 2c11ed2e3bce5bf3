// A seating plan is refused with BadPlan, or it is a hall in which every place has a number, a zone and a name.
#include "booking/storage/halls.hpp"
#include "fuzz/fuzz.hpp"

using namespace gelora;
using namespace gelora::booking;

FUZZ(bytes) {
  std::shared_ptr<const Hall> hall;
  try {
    hall = build_hall(PlanId{7}, std::string{bytes});
  } catch (const BadPlan&) {
    return;
  }
  const auto& layout = hall->layout;
  std::uint64_t capacity = 0, seats_of_rows = 0;
  for (const auto& zone : layout.zones) capacity += zone.capacity;
  for (const auto& row : layout.rows) {
    CHECK(row.first == seats_of_rows && row.focus >= 0 && row.focus < row.count);
    seats_of_rows += row.count;
  }
  CHECK(capacity == layout.place_count);
  CHECK(seats_of_rows == layout.seat_count() && hall->seat_labels.size() == seats_of_rows);
  CHECK(hall->row_names.size() == layout.rows.size() && hall->zones.size() == layout.zones.size());
  for (std::uint32_t place = 0; place < layout.place_count; place += 1 + layout.place_count / 50) {
    CHECK(layout.zone_of(place) < layout.zones.size());
    hall->full_label(place);
    hall->short_label(place);
  }
}
