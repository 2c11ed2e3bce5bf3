#include "booking/app/show_letter.hpp"

#include <boost/json/parse.hpp>

namespace gelora::booking {

std::string name_of_show(const ShowText& show) { return show.artist + " · " + show.title; }

Letter letter_about(const ShowText& show, Language language) {
  Letter letter;
  letter.language = language == Language::en ? "en" : "id";
  letter.show = name_of_show(show);
  letter.when = when_text(show, language);
  letter.where = show.venue.name + ", " + show.venue.city;
  const auto colours = boost::json::parse(show.colours);
  const auto* list = colours.if_array();
  letter.band =
      list != nullptr && !list->empty() && list->front().is_string() ? std::string{list->front().as_string()} : "#17130e";
  return letter;
}

std::string place_detail(const PlaceText& place, Language language) {
  if (place.standing) return std::string{l10n::in(language, "Area berdiri", "Standing area")};
  return place.section.empty() ? place.zone : place.section + " · " + place.zone;
}

std::string picture_of(const TicketView& ticket) { return "ticket-" + ticket.id.text(); }

void add_codes(Letter& letter, const Purchase& purchase, Language language) {
  const bool on_paper = purchase.show.codes != TicketCodes::rotating;
  for (const auto& ticket : purchase.tickets) {
    const PlaceText place = place_text(*purchase.hall, ticket.seat_no);
    letter.tickets.push_back(
        {on_paper ? picture_of(ticket) : std::string{}, place.name, place_detail(place, language), ticket.attendee});
  }
}

}  // namespace gelora::booking
