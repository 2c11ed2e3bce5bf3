#include "pdf/ticket_pdf.hpp"

#include <cairo.h>

#include <cmath>

#include "base/check.hpp"
#include "pdf/document.hpp"

namespace gelora::pdf {
namespace {

constexpr double margin = 42, inner = page_width - 2 * margin;
constexpr double art_height = 190, tear = 428, qr_size = 226;

void wordmark(Document& page, double x, double y, Colour colour) {
  page.text({x, y, 160}, "gelora", {.size = 19, .bold = true, .colour = colour, .spacing = -0.4});
}

// Where the stub is torn off: a dashed line between two notches.
void draw_tear(Document& page) {
  cairo_t* pen = page.pen();
  cairo_set_source_rgb(pen, 1, 1, 1);
  for (const double x : {0.0, page_width}) {
    cairo_new_path(pen);
    cairo_arc(pen, x, tear, 13, 0, 2 * M_PI);
    cairo_fill(pen);
  }
  page.rule(26, tear + 0.5, page_width - 52, hair, 1.2, true);
}

// What is performed, when and where, on the concert's own colour.
void draw_show(Document& page, const TicketSheet& ticket) {
  const Colour text = readable_on(ticket.palette[0]);
  draw_poster(page, 0, 0, page_width, art_height, ticket.palette, ticket.poster_seed);
  page.fill(0, art_height, page_width, tear - art_height, ticket.palette[0]);
  wordmark(page, margin, 26, text);
  double y = art_height + 18;
  y += page.text({margin, y, inner}, ticket.artist,
                 {.size = 42, .bold = true, .colour = text, .lines = 2, .smallest = 25, .leading = 1.02, .spacing = -0.8});
  y += page.text({margin, y + 2, inner}, ticket.title, {.size = 17, .colour = text, .lines = 1, .smallest = 11}) + 2;
  y = std::max(y + 12, tear - 86);
  y += page.text({margin, y, inner}, ticket.when, {.size = 15, .bold = true, .colour = text, .smallest = 10}) + 1;
  y += page.text({margin, y, inner}, ticket.where, {.size = 12.5, .colour = text, .smallest = 9});
  page.text({margin, y, inner}, ticket.address, {.size = 10, .colour = text, .smallest = 8});
}

double draw_fact(Document& page, Box box, const Fact& fact, const Style& style) {
  double height = page.text(box, fact.label, {.size = 9, .colour = soft_ink, .smallest = 7});
  height += page.text({box.x, box.y + height, box.width}, fact.value, style);
  return height;
}

void draw_stub(Document& page, const TicketSheet& ticket) {
  constexpr double column = inner - qr_size - 22, top = tear + 40;
  double y = top;
  Style seat{.size = 62, .bold = true, .smallest = 30, .leading = 1.0, .spacing = -1};
  if (ticket.seat.value.size() > 8) seat = {.size = 34, .bold = true, .lines = 2, .smallest = 17, .leading = 1.05};
  y += draw_fact(page, {margin, y, column}, ticket.seat, seat);
  y += page.text({margin, y, column}, ticket.seat_detail, {.size = 13, .lines = 2, .smallest = 10}) + 20;
  for (const Fact& fact : ticket.facts)
    y += draw_fact(page, {margin, y, column}, fact, {.size = 14, .bold = true, .lines = 2, .smallest = 9.5}) + 11;

  const double x = page_width - margin - qr_size;
  page.qr(x, top - 8, qr_size, ticket.code);
  page.text({x, top + qr_size - 4, qr_size}, ticket.scan_here,
            {.size = 10, .colour = soft_ink, .align = Align::centre, .lines = 2});

  page.rule(margin, page_height - 86, inner, hair);
  page.text({margin, page_height - 76, inner}, ticket.note,
            {.size = 9, .colour = soft_ink, .lines = 4, .smallest = 7.5, .leading = 1.35});
}

}  // namespace

std::string ticket_pdf(const std::string& title, const std::vector<TicketSheet>& tickets, base::Instant made) {
  CHECK(!tickets.empty());
  Document document(title, made);
  bool first = true;
  for (const auto& ticket : tickets) {
    if (!first) document.next_page();
    first = false;
    draw_show(document, ticket);
    draw_tear(document);
    draw_stub(document, ticket);
  }
  return document.finish();
}

}  // namespace gelora::pdf
