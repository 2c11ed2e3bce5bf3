#include "booking/app/purchase.hpp"

#include <boost/json/parse.hpp>

#include "l10n/dates.hpp"

namespace gelora::booking {
pdf::Palette palette_of(const std::string& colours) {
  pdf::Palette palette{pdf::colour_of("#17130e"), pdf::colour_of("#d3241a"), pdf::colour_of("#ffd23f")};
  const auto all = boost::json::parse(colours);
  const auto* list = all.if_array();
  for (std::size_t i = 0; list != nullptr && i < palette.size() && i < list->size(); ++i) {
    if (const auto* one = (*list)[i].if_string()) palette[i] = pdf::colour_of(std::string_view{*one});
  }
  return palette;
}

PlaceText place_text(const Hall& hall, seats::SeatNo place) {
  const std::string& zone = hall.zones[hall.layout.zone_of(place)].name;
  if (place >= hall.layout.seat_count()) return {zone, {}, zone, true};
  const std::string whole = hall.full_label(place), name = hall.short_label(place);
  constexpr std::string_view between = " · ";
  const std::size_t section = whole.size() - std::min(whole.size(), name.size() + between.size());
  return {name, whole.substr(0, section), zone, false};
}

std::string when_text(const ShowText& show, Language language) {
  return l10n::long_date(show.starts_at, show.venue.timezone, language) + " · " +
         l10n::time_of_day(show.starts_at, show.venue.timezone, language);
}

std::vector<pdf::TicketSheet> ticket_sheets(const Purchase& purchase, const TicketSigner& signer, Language language) {
  const auto say = [language](std::string_view id, std::string_view en) { return std::string{l10n::in(language, id, en)}; };
  const ShowText& show = purchase.show;
  std::vector<pdf::TicketSheet> sheets;
  for (const auto& ticket : purchase.tickets) {
    const PlaceText place = place_text(*purchase.hall, ticket.seat_no);
    pdf::TicketSheet sheet;
    sheet.palette = palette_of(show.colours);
    sheet.poster_seed = show.poster_seed;
    sheet.artist = show.artist;
    sheet.title = show.title;
    sheet.when = when_text(show, language);
    sheet.where = show.venue.name;
    sheet.address = show.venue.address + ", " + show.venue.city;
    sheet.seat = {place.standing ? say("Area", "Area") : say("Kursi", "Seat"), place.name};
    if (place.standing) sheet.seat_detail = say("Berdiri, bebas memilih tempat", "Standing, anywhere in this area");
    else sheet.seat_detail = place.section.empty() ? place.zone : place.section + " · " + place.zone;
    if (!ticket.attendee.empty()) sheet.facts.push_back({say("Atas nama", "Attendee"), ticket.attendee});
    if (!purchase.booking.reference.empty()) sheet.facts.push_back({say("Kode pesanan", "Booking"), purchase.booking.reference});
    if (purchase.tickets.size() > 1)
      sheet.facts.push_back({say("Tiket", "Ticket"), std::to_string(sheets.size() + 1) + say(" dari ", " of ") +
                                                         std::to_string(purchase.tickets.size())});
    sheet.code = signer.sign({ticket.id, ticket.show, ticket.seat_no});
    sheet.scan_here = say("Tunjukkan kode ini di gerbang", "Show this code at the gate");
    sheet.note =
        say("Kode ini berlaku untuk satu orang dan satu kali masuk. Jangan dibagikan: siapa pun yang lebih dulu menunjukkannya, "
            "dialah yang masuk. Dicetak atau di layar ponsel, keduanya sah.",
            "The code lets one person in, once. Keep it to yourself: whoever shows it first gets in. On paper or on a telephone, "
            "both "
            "are fine.");
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

std::string tickets_title(const Purchase& purchase, Language language) {
  std::string title = std::string{l10n::in(language, "Tiket", "Tickets")} + " " + purchase.show.artist;
  if (!purchase.booking.reference.empty()) title += " · " + purchase.booking.reference;
  return title;
}

}  // namespace gelora::booking
