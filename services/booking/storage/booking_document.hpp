// The parts of a booking that no query looks into, as JSON: its lines with their money, and the names of the guests.
#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "booking/domain/booking.hpp"

namespace gelora::booking {

struct BookingDocument {
  std::vector<BookingLine> lines;
  std::map<seats::SeatNo, std::string> attendees;
};

std::string to_document(std::span<const BookingLine> lines, const std::map<seats::SeatNo, std::string>& attendees);
// Of a text that to_document made; one of before lines had fees, discounts and taxes has none of them.
BookingDocument read_document(const std::string& text);

}  // namespace gelora::booking
