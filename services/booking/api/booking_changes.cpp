// What organisers change about a booking: its seats, the name on a ticket; and tickets that cost nothing are taken back.
#include "base/control_characters.hpp"
#include "booking/api/api.hpp"
#include "booking/api/problems.hpp"
#include "http/body.hpp"

namespace gelora::booking {
namespace {

std::variant<std::vector<MoveSeats::Move>, Answer> read_moves(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto* list = reader.array("moves", 1, 100);
  reader.unknown_members();
  std::vector<MoveSeats::Move> moves;
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    const std::string pointer = "/moves/" + std::to_string(i);
    const auto* object = (*list)[i].if_object();
    if (object == nullptr) {
      faults.add(pointer, "must be an object");
      continue;
    }
    http::ObjectReader one(*object, pointer, faults);
    const auto from = one.integer("from", 0, UINT32_MAX), to = one.integer("to", 0, UINT32_MAX);
    one.unknown_members();
    if (from && to) moves.push_back({static_cast<seats::SeatNo>(*from), static_cast<seats::SeatNo>(*to)});
  }
  if (!faults.none()) return faults.problem();
  return moves;
}

}  // namespace

Task<Answer> move_booking(Api& api, Request& request) {
  const auto booking = co_await managed_booking(api, request);
  if (!booking) co_return nothing_here();
  auto moves = read_moves(request);
  if (auto* refused = std::get_if<Answer>(&moves)) co_return std::move(*refused);
  MoveSeats command{booking->id, request.caller->user, std::get<std::vector<MoveSeats::Move>>(std::move(moves))};
  const auto outcome = co_await api.app.box_office.submit(booking->show, std::move(command));
  if (!std::holds_alternative<SeatsMoved>(outcome)) co_return refusal<SeatsMoved>(outcome);
  co_return co_await get_booking_of_show(api, request);
}

std::variant<std::string, Answer> read_ticket_name(const Request& request) {
  http::JsonBody body(request);
  if (body.refused()) return *body.refused();
  http::FieldFaults faults;
  auto reader = body.reader(faults);
  const auto typed = reader.text("name", 1, 100);
  reader.unknown_members();
  std::string name{base::trimmed(typed.value_or(""))};
  if (typed && name.empty()) reader.fault("name", "must not be empty");
  if (base::has_control_characters(name)) reader.fault("name", "must not have control characters");
  if (!faults.none()) return faults.problem();
  return name;
}

Task<Answer> rename_ticket(Api& api, Request& request) {
  const auto booking = co_await managed_booking(api, request);
  const auto ticket = parse_id_as<TicketId>(request.params[2]);
  if (!booking || !ticket) co_return nothing_here();
  auto name = read_ticket_name(request);
  if (auto* refused = std::get_if<Answer>(&name)) co_return std::move(*refused);
  RenameTicket command{booking->id, *ticket, request.caller->user, std::get<std::string>(std::move(name))};
  const auto outcome = co_await api.app.box_office.submit(booking->show, std::move(command));
  if (!std::holds_alternative<TicketRenamed>(outcome)) co_return refusal<TicketRenamed>(outcome);
  co_return co_await get_booking_of_show(api, request);
}

Task<Answer> take_free_tickets_back(Api& api, Request& request) {
  const auto booking = co_await managed_booking(api, request);
  if (!booking) co_return nothing_here();
  const auto outcome = co_await api.app.box_office.submit(booking->show, TakeBackFree{booking->id});
  if (!std::holds_alternative<BookingCancelled>(outcome)) co_return refusal<BookingCancelled>(outcome);
  co_return co_await get_booking_of_show(api, request);
}

}  // namespace gelora::booking
