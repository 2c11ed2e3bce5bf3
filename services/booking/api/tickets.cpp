#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "booking/api/wallets.hpp"
#include "http/body.hpp"
#include "qr/qr.hpp"

namespace gelora::booking {
namespace {

struct MyTicket {
  TicketView ticket;
  std::shared_ptr<const Show> show;
};

Task<std::optional<MyTicket>> find_mine(Api& api, Request& request) {
  const auto id = parse_id_as<TicketId>(request.params[0]);
  if (!id) co_return std::nullopt;
  const auto ticket = co_await find_ticket(api.app.pool, *id, request.caller->user);
  auto show = ticket ? api.pages.find(ticket->show) : nullptr;
  if (!show) co_return std::nullopt;
  co_return MyTicket{*ticket, std::move(show)};
}

// The offer that is open, or by which somebody else has it now.
void add_transfer(boost::json::object& out, const std::vector<StoredTransfer>& transfers, TicketId ticket, Instant now) {
  for (const auto& one : transfers) {
    const bool open = one.status == TransferStatus::offered && now < one.expires_at;
    if (one.ticket == ticket && (open || one.status == TransferStatus::accepted)) out["transfer"] = transfer_json(one, now);
  }
}

// RFC 5545, section 3.3.11.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') out += "\\n";
    else if (c != '\r') out += c;
  }
  return out;
}

std::string calendar_time(Instant at) {
  std::string text = to_rfc3339(at);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

// Lines of at most 75 octets, folded without cutting a UTF-8 character (section 3.1).
void append_line(std::string& out, std::string line) {
  while (line.size() > 73) {
    std::size_t cut = 73;
    while ((static_cast<unsigned char>(line[cut]) & 0xc0) == 0x80) --cut;
    out += line.substr(0, cut) + "\r\n";
    line = " " + line.substr(cut);
  }
  out += line + "\r\n";
}

}  // namespace

Task<Answer> get_ticket(Api& api, Request& request) {
  const auto mine = co_await find_mine(api, request);
  if (!mine) co_return nothing_here();
  auto ticket = ticket_json(mine->ticket, *mine->show, api.signer);
  ticket["wallets"] = wallets_of(api.wallets, mine->ticket, *mine->show, request.now);
  const auto transfers = co_await transfers_of_ticket(api.app.pool, mine->ticket.id, request.caller->user);
  add_transfer(ticket, transfers, mine->ticket.id, request.now);
  co_return http::json_answer(http::to_text(ticket));
}

Task<Answer> list_my_tickets(Api& api, Request& request) {
  const auto wish = page_of(request);
  if (const auto* refused = std::get_if<Answer>(&wish)) co_return *refused;
  const auto page = std::get<PageWish>(wish);
  auto rows = co_await list_tickets(api.app.pool, request.caller->user, page.cursor, page.limit + 1);
  const auto transfers = co_await live_transfers_of(api.app.pool, request.caller->user);
  std::erase_if(rows, [&api](const TicketView& ticket) { return api.pages.find(ticket.show) == nullptr; });
  co_return page_answer(rows, page.limit, [&](const TicketView& ticket) {
    const auto show = api.pages.find(ticket.show);
    auto out = ticket_json(ticket, *show, api.signer);
    out["wallets"] = wallets_of(api.wallets, ticket, *show, request.now);
    add_transfer(out, transfers, ticket.id, request.now);
    return out;
  });
}

Task<Answer> rename_my_ticket(Api& api, Request& request) {
  const auto mine = co_await find_mine(api, request);
  if (!mine) co_return nothing_here();
  auto name = read_ticket_name(request);
  if (auto* refused = std::get_if<Answer>(&name)) co_return std::move(*refused);
  RenameTicket command{mine->ticket.booking, mine->ticket.id, request.caller->user, std::get<std::string>(std::move(name))};
  const auto outcome = co_await api.app.box_office.submit(mine->ticket.show, std::move(command));
  if (!std::holds_alternative<TicketRenamed>(outcome)) co_return refusal<TicketRenamed>(outcome);
  co_return co_await get_ticket(api, request);
}

Task<Answer> get_ticket_qr(Api& api, Request& request) {
  const auto mine = co_await find_mine(api, request);
  if (!mine) co_return nothing_here();
  const auto& ticket = mine->ticket;
  Answer answer;
  answer.content_type = "image/svg+xml";
  answer.headers.emplace_back("Cache-Control", "private, no-store");
  const TicketClaim claim{ticket.id, ticket.show, ticket.seat_no};
  std::string code = api.signer.sign(claim);
  if (mine->show->codes != TicketCodes::fixed)  // as it is now
    code = api.signer.sign_rotating(claim) + "." + rotation_digits(api.signer.rotation_secret(claim), request.now);
  answer.body = qr::to_svg(code);
  co_return answer;
}

Task<Answer> get_ticket_calendar(Api& api, Request& request) {
  const auto mine = co_await find_mine(api, request);
  if (!mine) co_return nothing_here();
  const auto* concert = api.pages.concert_of(mine->show->id);
  const auto* venue = api.pages.venue_of(mine->show->id);
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Gelora//Tickets//ID\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT\r\n";
  append_line(text, "UID:ticket-" + mine->ticket.id.text() + "@gelora");
  append_line(text, "DTSTAMP:" + calendar_time(request.now));
  append_line(text, "DTSTART:" + calendar_time(mine->show->starts_at));
  append_line(text, "DTEND:" + calendar_time(mine->show->starts_at + std::chrono::hours{3}));
  append_line(text, "SUMMARY:" + escaped(concert->artist + " · " + concert->title));
  append_line(text, "LOCATION:" + escaped(venue->name + ", " + venue->address + ", " + venue->city));
  append_line(text, "DESCRIPTION:" + escaped(mine->show->hall->full_label(mine->ticket.seat_no)));
  text += "END:VEVENT\r\nEND:VCALENDAR\r\n";
  Answer answer;
  answer.content_type = "text/calendar; charset=utf-8";
  answer.headers.emplace_back("Content-Disposition", "attachment; filename=\"gelora-" + mine->ticket.id.text() + ".ics\"");
  answer.body = std::move(text);
  co_return answer;
}

}  // namespace gelora::booking
