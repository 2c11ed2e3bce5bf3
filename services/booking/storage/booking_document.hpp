// The parts of a booking that no query looks into, as JSON: its lines with their money, the names of the guests, and the places
// that were chosen where others were given.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "booking/domain/booking.hpp"

namespace gelora::booking {

struct BookingDocument {
  std::vector<BookingLine> lines;
  std::map<seats::SeatNo, std::string> attendees;
  std::vector<std::string> replaced;  // labels; empty when the places are those that were chosen
};

std::string to_document(const BookingDocument& document);
// Of a text that to_document made; what an older one lacks is not there.
BookingDocument read_document(const std::string& text);

}  // namespace gelora::booking
