// A hall's geometry as JSON, with the zones of one show.
#pragma once
#include <boost/json/object.hpp>

#include "booking/domain/show.hpp"

namespace gelora::booking {

enum class SeatingForm {
  seats,  // every seat an object: easy to read, 3 MB for a stadium
  rows,   // a row's seats as steps from one to the next: an eighth of that, and a tenth when compressed
};

boost::json::object seating_json(const Show& show, SeatingForm form);

}  // namespace gelora::booking
