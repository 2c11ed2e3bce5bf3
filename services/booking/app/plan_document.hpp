// Seating plans as documents (docs/seating-plan.md): our format, and pretix's. Whatever a document lacks is told with its place,
// and what could be read of it is a plan all the same, so that its other faults can be told too.
#pragma once
#include <boost/json/object.hpp>

#include "booking/domain/seating_plan.hpp"

namespace gelora::booking {

// Where a row of the plan, and each of its seats, is in another format's document.
struct ForeignRow {
  std::size_t zone = 0, row = 0;
  std::vector<std::size_t> seats{};
};

struct ReadPlan {
  SeatingPlan plan;
  std::vector<PlanFault> unreadable;               // what is missing or of another type; at most most_faults_told
  std::vector<std::vector<ForeignRow>> foreign{};  // by section and row; empty for our format
};

// A plan of ours, or pretix's, which is told by its "categories".
bool is_pretix_plan(const boost::json::object& document);
ReadPlan read_plan(const boost::json::object& document);
ReadPlan read_pretix_plan(const boost::json::object& document);

boost::json::object to_document(const SeatingPlan& plan);
// Standing zones become areas, since pretix sells no places in them; accessible places become plain ones.
boost::json::object to_pretix_document(const SeatingPlan& plan);

// Everything that is wrong with what was read, unreadable parts first, placed in the document that it was read from.
std::vector<PlanFault> faults_of(const ReadPlan& read);

}  // namespace gelora::booking
