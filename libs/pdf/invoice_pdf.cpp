#include "pdf/invoice_pdf.hpp"

#include "pdf/document.hpp"

namespace gelora::pdf {
namespace {

constexpr double margin = 56, inner = page_width - 2 * margin, amount_width = 130;
constexpr double bottom = page_height - 96;

// On the right; the height it took.
double draw_fact(Document& page, const Fact& fact, double y) {
  page.text({margin + inner * 0.55, y, inner * 0.18}, fact.label, {.size = 9, .colour = soft_ink, .lines = 2, .smallest = 7});
  return 3 + page.text({margin + inner * 0.73, y, inner * 0.27}, fact.value,
                       {.size = 10.5, .align = Align::right, .lines = 2, .smallest = 8});
}

double draw_head(Document& page, const InvoiceSheet& sheet) {
  page.fill(0, 0, page_width, 8, colour_of("#d3241a"));
  double y = 52;
  const double left = page.text({margin, y, inner * 0.52}, sheet.seller, {.size = 17, .bold = true, .lines = 3, .smallest = 12});
  const double right = page.text({margin + inner * 0.55, y, inner * 0.45}, sheet.heading,
                                 {.size = 25, .bold = true, .align = Align::right, .smallest = 16, .spacing = -0.4});
  y += std::max(left, right) + 26;

  double billed = page.text({margin, y, inner * 0.5}, sheet.buyer_label, {.size = 9, .colour = soft_ink});
  for (const auto& line : sheet.buyer)
    billed += page.text({margin, y + billed, inner * 0.5}, line, {.size = 11, .lines = 2, .smallest = 8.5});
  double facts = draw_fact(page, sheet.number, y);
  for (const auto& fact : sheet.facts) facts += draw_fact(page, fact, y + facts);
  y += std::max(billed, facts) + 24;
  return y + page.text({margin, y, inner}, sheet.subject, {.size = 12, .bold = true, .lines = 3}) + 12;
}

double draw_table_head(Document& page, const InvoiceSheet& sheet, double y) {
  page.text({margin, y, inner - amount_width}, sheet.text_head, {.size = 9, .colour = soft_ink});
  y += page.text({margin + inner - amount_width, y, amount_width}, sheet.amount_head,
                 {.size = 9, .colour = soft_ink, .align = Align::right});
  page.rule(margin, y + 5, inner, ink, 1);
  return y + 13;
}

double draw_line(Document& page, const InvoiceSheet::Line& line, double y) {
  page.text({margin + inner - amount_width, y, amount_width}, line.amount, {.size = 11, .align = Align::right});
  double height = page.text({margin, y, inner - amount_width}, line.text, {.size = 11, .lines = 2});
  height += page.text({margin, y + height, inner - amount_width}, line.detail, {.size = 9, .colour = soft_ink, .lines = 2});
  page.rule(margin, y + height + 6, inner, hair);
  return y + height + 13;
}

double draw_sum(Document& page, const InvoiceSheet::Sum& sum, double y) {
  const Style style{.size = sum.strong ? 14.0 : 11.0, .bold = sum.strong, .smallest = 9};
  if (sum.strong) {
    page.rule(margin + inner * 0.42, y + 2, inner * 0.58, ink, 1);
    y += 9;
  }
  page.text({margin + inner * 0.42, y, inner * 0.58 - amount_width}, sum.label, style);
  Style right = style;
  right.align = Align::right;
  return y + page.text({margin + inner - amount_width, y, amount_width}, sum.amount, right) + 5;
}

}  // namespace

std::string invoice_pdf(const std::string& title, const InvoiceSheet& sheet, base::Instant made) {
  Document page(title, made);
  double y = draw_table_head(page, sheet, draw_head(page, sheet));
  const auto make_room = [&](double height) {
    if (y + height <= bottom) return;
    page.next_page();
    y = draw_table_head(page, sheet, 52);
  };
  for (const auto& line : sheet.lines) {
    make_room(46);
    y = draw_line(page, line, y);
  }
  make_room(static_cast<double>(sheet.sums.size()) * 24 + 12);
  y += 6;
  for (const auto& sum : sheet.sums) y = draw_sum(page, sum, y);
  page.text({margin, bottom + 22, inner}, sheet.note,
            {.size = 9, .colour = soft_ink, .lines = 4, .smallest = 7.5, .leading = 1.35});
  return page.finish();
}

}  // namespace gelora::pdf
