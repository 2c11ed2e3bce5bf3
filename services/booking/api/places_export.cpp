// All places of a show that were booked, as a file for those who look after its buyers.
#include <memory>

#include "booking/api/api.hpp"
#include "booking/api/json.hpp"
#include "booking/api/problems.hpp"
#include "booking/storage/booking_history.hpp"
#include "http/chunks.hpp"
#include "l10n/dates.hpp"
#include "sheet/sheet.hpp"

namespace gelora::booking {
namespace {

constexpr std::size_t bookings_a_step = 500;

const std::vector<sheet::Column> columns{{"booking", 12},     {"booked_at", 17}, {"booking_status", 20}, {"zone", 18},
                                         {"place", 28},       {"name", 28},      {"ticket_id", 22},      {"ticket_status", 14},
                                         {"price_minor", 14}, {"fee_minor", 12}, {"discount_minor", 14}, {"tax_minor", 12},
                                         {"total_minor", 14}, {"currency", 9},   {"booking_id", 22}};

using Field = std::variant<std::string, std::int64_t, Instant>;

// A row for each place.
std::vector<std::vector<Field>> rows_of(const BookingView& booking) {
  std::map<seats::SeatNo, const TicketView*> tickets;
  for (const auto& ticket : booking.tickets) tickets[ticket.seat_no] = &ticket;  // the last is who has it now
  std::vector<std::vector<Field>> rows;
  for (const auto& line : booking.lines) {
    const auto found = tickets.find(line.money.place);
    const TicketView* ticket = found == tickets.end() ? nullptr : found->second;
    const auto named = booking.attendees.find(line.money.place);
    std::string name = named == booking.attendees.end() ? "" : named->second;
    std::string ticket_id, ticket_status;
    if (ticket != nullptr) {
      name = ticket->attendee;
      ticket_id = ticket->id.text();
      ticket_status = name_of(ticket->status);
    }
    const auto& money = line.money;
    rows.push_back({booking.reference, booking.created_at, std::string{name_of(booking.status)}, line.zone_name, line.label,
                    std::move(name), std::move(ticket_id), std::move(ticket_status), money.price, money.fee, money.discount,
                    money.tax, money.total(), std::string{booking.total.currency.text()}, booking.id.text()});
  }
  return rows;
}

// RFC 4180. What a spreadsheet would take for a formula gets an apostrophe in front.
struct WriteCsv {
  std::string operator()(const std::string& text) const {
    const bool formula = !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos;
    if (!formula && text.find_first_of("\",\r\n") == std::string::npos) return text;
    std::string field = formula ? "\"'" : "\"";
    for (const char c : text) {
      if (c == '"') field += '"';
      field += c;
    }
    return field + '"';
  }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Instant at) const { return to_rfc3339(at); }
};

struct Csv {
  std::string text;

  void begin() {
    for (const auto& column : columns) text += column.head + ",";
    text.replace(text.size() - 1, 1, "\r\n");
  }
  void add(const std::vector<Field>& row) {
    for (const auto& field : row) text += std::visit(WriteCsv{}, field) + ",";
    text.replace(text.size() - 1, 1, "\r\n");
  }
  void end() {}
  std::string take() { return std::exchange(text, {}); }
};

// Moments are those of the venue's clock: a sheet has no zones.
struct Sheet {
  std::string zone;
  std::unique_ptr<sheet::Workbook> book;

  void begin() { book = std::make_unique<sheet::Workbook>("Gelora", columns); }
  void add(const std::vector<Field>& row) {
    std::vector<sheet::Cell> cells;
    for (const auto& field : row) {
      if (const auto* at = std::get_if<Instant>(&field)) cells.emplace_back(sheet::WallClock{l10n::wall_clock(*at, zone)});
      else if (const auto* number = std::get_if<std::int64_t>(&field)) cells.emplace_back(*number);
      else cells.emplace_back(std::get<std::string>(field));
    }
    book->add(cells);
  }
  void end() { book->end(); }
  std::string take() { return book->take(); }
};

// Writes all bookings, some at a time: read by the loop, made into bytes beside it.
template <class File>
Task<bool> write_places(Api& api, ShowId show, std::shared_ptr<File> file, http::Chunks& chunks) {
  bool whole = false, first = true;
  BookingId after{0};
  while (!whole) {
    auto bookings = co_await export_show_bookings(api.app.pool, show, after, bookings_a_step);
    whole = bookings.empty();
    if (!whole) after = bookings.back().id;
    auto make = [file, bookings = std::move(bookings), first, whole] {
      if (first) file->begin();
      for (const auto& booking : bookings) {
        for (const auto& row : rows_of(booking)) file->add(row);
      }
      if (whole) file->end();
      return file->take();
    };
    auto bytes = co_await api.printing.for_the_books(std::move(make));
    first = false;
    const bool taken = co_await chunks.write(std::move(bytes));
    if (!taken) co_return false;
  }
  co_return true;
}

// `make` begins a file.
template <class Make>
Answer places_file(Api& api, ShowId show, std::string_view type, std::string_view suffix, Make make) {
  auto produce = [&api, show, make = std::move(make)](http::Chunks& chunks) { return write_places(api, show, make(), chunks); };
  Answer answer = http::chunked(api.app.box_office.loop(), type, std::move(produce));
  answer.headers.emplace_back("Content-Disposition",
                              "attachment; filename=\"places-" + show.text() + "." + std::string{suffix} + "\"");
  answer.headers.emplace_back("Cache-Control", "private, no-store");
  return answer;
}

}  // namespace

Task<Answer> export_places(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  co_return places_file(api, show->id, "text/csv; charset=utf-8", "csv", [] { return std::make_shared<Csv>(); });
}

Task<Answer> export_places_sheet(Api& api, Request& request) {
  const auto show = managed_show(api, request);
  if (!show) co_return nothing_here();
  const auto* venue = api.pages.venue_of(show->id);
  auto make = [zone = venue == nullptr ? std::string{"UTC"} : venue->timezone] {
    return std::make_shared<Sheet>(Sheet{zone, {}});
  };
  co_return places_file(api, show->id, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx",
                        std::move(make));
}

}  // namespace gelora::booking
