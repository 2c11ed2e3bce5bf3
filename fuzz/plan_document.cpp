// Whatever a document is read as, it is told at most a hundred faults; a plan without any is a hall, and the same after it was
// written and read again, in our format and in pretix's.
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "booking/app/plan_document.hpp"
#include "booking/storage/halls.hpp"
#include "fuzz/fuzz.hpp"

using namespace gelora;
using namespace gelora::booking;

FUZZ(bytes) {
  boost::system::error_code error;
  const auto value = boost::json::parse(std::string_view{bytes}, error);
  if (error || !value.is_object()) return;
  const auto& document = value.get_object();
  const ReadPlan read = is_pretix_plan(document) ? read_pretix_plan(document) : read_plan(document);
  const auto faults = faults_of(read);
  CHECK(faults.size() <= most_faults_told);
  to_pretix_document(read.plan);
  if (!faults.empty()) return;
  const auto written = to_document(read.plan);
  const auto hall = build_hall(PlanId{7}, boost::json::serialize(written));
  CHECK(hall->layout.place_count == static_cast<std::uint64_t>(places_of(read.plan)));
  CHECK(to_document(read_plan(written).plan) == written);
  CHECK(read_pretix_plan(to_pretix_document(read.plan)).unreadable.empty());
}
