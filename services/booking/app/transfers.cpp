#include "booking/app/transfers.hpp"

#include <sodium.h>

#include "base/encoding.hpp"
#include "booking/app/transfer_letters.hpp"
#include "booking/storage/receipts.hpp"

namespace gelora::booking {
namespace {

TokenHash hash_of(std::string_view token) {
  TokenHash hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(token.data()), token.size());
  return hash;
}

std::string new_token() {
  std::array<std::uint8_t, 32> random{};
  randombytes_buf(random.data(), random.size());
  return to_base64url(random);
}

// The offer with its mail, in the language of who makes it.
OfferTicket worded(const OfferWish& wish, const TicketView& ticket, const ShowText& show, const Hall& hall, const Contact& sender,
                   const std::string& public_url, Instant now) {
  const std::string token = new_token();
  const std::string from = first_name(sender.name);
  const Instant until = transfer_ends(now, show.starts_at);
  const OfferText text{from, place_text(hall, ticket.seat_no), until, public_url + "/transfer?token=" + token};
  const Letter letter = offer_letter(show, text, l10n::language_of(sender.locale));
  OfferTicket offer;
  offer.booking = ticket.booking;
  offer.ticket = wish.ticket;
  offer.user = wish.user;
  offer.email = wish.email.address;
  offer.name = wish.name;
  offer.sender_name = from;
  offer.token = hash_of(token);
  offer.expires_at = until;
  offer.subject = letter.subject;
  offer.text = to_text(letter);
  offer.html = to_html(letter);
  return offer;
}

}  // namespace

Task<OfferResult> offer_ticket(App& app, Courier& courier, OfferWish wish) {
  const auto ticket = co_await find_ticket(app.pool, wish.ticket, wish.user);
  const auto known = ticket ? app.shows.find(ticket->show) : app.shows.end();
  if (known == app.shows.end()) co_return NoSuchTicket{};
  if (ticket->status != TicketStatus::valid) co_return NotTransferable{};
  const auto hall = known->second->hall;
  auto limited = courier.limit.take(wish.user, app.clock.now());
  if (const auto* left = std::get_if<Duration>(&limited)) co_return AskedTooOften{*left};
  const auto sender = co_await courier.users.contact(wish.user);
  if (!sender) co_return NoSuchTicket{};
  const auto own = parse_mail_address(sender->email);
  if (own && own->key == wish.email.key) co_return OwnAddress{};
  const auto show = co_await find_show_text(app.pool, ticket->show);
  if (!show) co_return NoSuchTicket{};
  OfferTicket offer = worded(wish, *ticket, *show, *hall, *sender, courier.public_url, app.clock.now());
  offer.id = app.ids.make<TransferId>(app.clock.now());
  const auto outcome = co_await app.box_office.submit(ticket->show, std::move(offer));
  if (const auto* made = std::get_if<Offered>(&outcome)) {
    std::get<OfferLimit::Place>(limited).keep();
    courier.mails.nudge();
    const auto stored = co_await find_transfer(app.pool, made->id);
    if (!stored) throw std::runtime_error("transfer " + made->id.text() + " is not where it was written");
    co_return *stored;
  }
  co_return std::visit(
      [](const auto& refusal) -> OfferResult {
        if constexpr (std::is_same_v<std::decay_t<decltype(refusal)>, Offered>) return NoSuchTicket{};
        else return refusal;
      },
      outcome);
}

Task<TakeOfferBackOutcome> take_offer_back(App& app, TicketId ticket, TransferId transfer, UserId user) {
  const auto found = co_await find_transfer(app.pool, transfer);
  if (!found || found->ticket != ticket || found->sender != user) co_return NoSuchTicket{};
  if (found->status == TransferStatus::accepted) co_return TransferGone{};
  if (found->status != TransferStatus::offered) co_return OfferTakenBack{};
  co_return co_await app.box_office.submit(found->show, TakeOfferBack{transfer, found->booking, ticket, user});
}

Task<> take_all_offers_back(App& app, UserId user) {
  const auto live = co_await live_transfers_of(app.pool, user);
  for (const auto& one : live) {
    if (one.status == TransferStatus::offered)
      co_await app.box_office.submit(one.show, TakeOfferBack{one.id, one.booking, one.ticket, user});
  }
}

namespace {

Task<std::optional<StoredTransfer>> open_transfer(App& app, std::string token) {
  auto found = co_await find_transfer(app.pool, hash_of(token));
  if (!found || found->status != TransferStatus::offered || app.clock.now() >= found->expires_at) co_return std::nullopt;
  co_return found;
}

}  // namespace

Task<LookResult> look_at_offer(App& app, std::string token) {
  const auto found = co_await open_transfer(app, std::move(token));
  if (!found) co_return TransferGone{};
  const auto ticket = co_await find_ticket(app.pool, found->ticket, found->sender);
  if (!ticket || ticket->status != TicketStatus::valid) co_return TransferGone{};
  co_return OpenTransfer{*found, ticket->seat_no};
}

Task<AcceptResult> accept_offer(App& app, std::string token, UserId user) {
  const auto found = co_await open_transfer(app, std::move(token));
  if (!found) co_return TransferGone{};
  TransferTicket command{found->id, found->booking, found->ticket, user, found->name};
  const auto outcome = co_await app.box_office.submit(found->show, std::move(command));
  if (std::holds_alternative<TransferGone>(outcome)) co_return TransferGone{};
  if (std::holds_alternative<OwnTicket>(outcome)) co_return OwnTicket{};
  const auto ticket = co_await find_ticket(app.pool, std::get<TicketTransferred>(outcome).id, user);
  if (!ticket) throw std::runtime_error("a transferred ticket is not where it was written");
  co_return *ticket;
}

}  // namespace gelora::booking
