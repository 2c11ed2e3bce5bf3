// One typed formatter from a batch to the text of its transaction. The text is made of numbers and hex literals only:
// whatever a person typed goes in as hex, so there is nothing to escape.
#pragma once
#include <string>

#include "booking/box_office/batch.hpp"

namespace gelora::booking {

// "START TRANSACTION; …; COMMIT", with the fence first: when one statement fails, the COMMIT is not reached.
std::string to_sql(const Batch& batch, std::string_view owner);

// Places as stored in BLOB columns: 4 bytes each, big endian.
std::string places_blob(std::span<const seats::SeatNo> places);
std::vector<seats::SeatNo> read_places_blob(std::string_view blob);

}  // namespace gelora::booking
