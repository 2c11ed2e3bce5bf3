#include "booking/app/wallet_pass.hpp"

#include "l10n/dates.hpp"

namespace gelora::booking {
namespace {

// A show that begins late must not find its tickets put away.
constexpr Duration kept_after_start = std::chrono::hours{12};

}  // namespace

wallet::Pass wallet_pass(const Purchase& purchase, const TicketSigner& signer, const std::string& public_url) {
  const TicketView& ticket = purchase.tickets.front();
  const ShowText& show = purchase.show;
  const PlaceText place = place_text(*purchase.hall, ticket.seat_no);
  wallet::Pass pass;
  pass.ticket = ticket.id.text();
  pass.show = ticket.show.text();
  pass.artist = show.artist;
  pass.title = show.title;
  pass.venue = show.venue.name;
  pass.address = show.venue.address + ", " + show.venue.city;
  pass.zone = place.zone;
  pass.section = place.section;
  if (!place.standing) pass.seat = place.name;
  pass.holder = ticket.attendee;
  pass.reference = purchase.booking.reference;
  pass.starts_at = l10n::with_offset(show.starts_at, show.venue.timezone);
  pass.ends_at = l10n::with_offset(show.starts_at + kept_after_start, show.venue.timezone);
  pass.code = signer.sign({ticket.id, ticket.show, ticket.seat_no});
  pass.link = public_url + "/tickets";
  pass.palette = palette_of(show.colours);
  pass.poster_seed = show.poster_seed;
  return pass;
}

}  // namespace gelora::booking
