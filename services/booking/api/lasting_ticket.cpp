#include "booking/api/lasting_ticket.hpp"

#include "booking/api/problems.hpp"

namespace gelora::booking {

bool can_be_shown(TicketStatus status) { return status == TicketStatus::valid || status == TicketStatus::used; }

Task<std::variant<Purchase, Answer>> lasting_ticket(Api& api, Request& request, Answer rotates) {
  const auto id = parse_id_as<TicketId>(request.params[0]);
  if (!id) co_return nothing_here();
  const auto ticket = co_await find_ticket(api.app.pool, *id, request.caller->user);
  if (!ticket) co_return nothing_here();
  if (!can_be_shown(ticket->status)) co_return answer(NoValidTicket{});
  auto booking = co_await find_booking(api.app.pool, ticket->booking, request.caller->user);
  if (!booking) {  // somebody gave it: what its buyer's booking is called is not told
    booking.emplace();
    booking->created_at = time_of(ticket->id);
  }
  auto show = co_await find_show_text(api.app.pool, ticket->show);
  const auto known = api.app.shows.find(ticket->show);
  if (!show || known == api.app.shows.end()) co_return nothing_here();
  if (show->codes == TicketCodes::rotating) co_return rotates;
  Purchase purchase{std::move(*booking), {}, std::move(*show), known->second->hall, {}};
  purchase.tickets.push_back(*ticket);
  co_return purchase;
}

}  // namespace gelora::booking
