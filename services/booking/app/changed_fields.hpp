// What differs between before and after of an entry in the log of changes, field by field. Pure.
#pragma once
#include <boost/json/value.hpp>
#include <map>
#include <string>
#include <vector>

#include "booking/box_office/batch.hpp"

namespace gelora::booking {

struct ChangedField {
  std::string field;  // "opens_at", "price"
  std::string of;     // which zone, gate or ticket; empty: the thing itself
  boost::json::value before, after;
};
// Of CatalogueChange. `zones` says what zones are called, by id; one that it does not know has no name.
std::vector<ChangedField> changed_fields(const boost::json::value& before, const boost::json::value& after,
                                         const std::map<std::string, std::string>& zones);
// Of a deed, by its detail: {"places"}, {"places", "to"} of a move, {"places", "before", "after"} of a name, which is gone once
// names are forgotten, {"zone", "before", "after"} of other kinds.
std::vector<ChangedField> changed_fields_of_deed(JournalKind kind, const boost::json::object& detail);
// "places_kept"
std::string_view event_of(JournalKind deed);

}  // namespace gelora::booking
