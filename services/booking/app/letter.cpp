#include "booking/app/letter.hpp"

#include <boost/algorithm/string/replace.hpp>

#include "mail/mime.hpp"

namespace gelora::booking {
namespace {

using mail::escape_html;

// Programs that know dark mode read the style element; the others show what the attributes say. Nothing is loaded from anywhere.
constexpr std::string_view head =
    "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
    "<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"supported-color-schemes\" content=\"light dark\">"
    "<style>:root{color-scheme:light dark}"
    "@media (prefers-color-scheme:dark){.ground{background:#131110!important}.card{background:#1d1a17!important}"
    ".ink{color:#f8f1e4!important}.soft{color:#b9ae9d!important}.line{border-color:#4a4238!important}"
    ".button{background:#f8f1e4!important;color:#17130e!important}}"
    "@media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}"
    ".half{display:block!important;width:100%!important;padding-left:0!important}}</style>";

constexpr std::string_view font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

std::string row(std::string_view style, std::string_view classes, const std::string& inner) {
  return "<tr><td class=\"pad " + std::string{classes} + "\" style=\"" + std::string{font} + std::string{style} + "\">" + inner +
         "</td></tr>";
}

// Lines of a paragraph stay lines.
std::string lines(std::string_view text) { return boost::algorithm::replace_all_copy(escape_html(text), "\n", "<br>"); }

std::string band(const Letter& letter) {
  const auto text = pdf::readable_on(pdf::colour_of(letter.band));
  const std::string colour = text.red > 0.5 ? "#ffffff" : "#17130e";
  return "<tr><td class=\"pad\" style=\"" + std::string{font} + "background:" + escape_html(letter.band) + ";color:" + colour +
         ";padding:26px 32px\"><div style=\"font-size:22px;line-height:1.2;font-weight:800\">" + escape_html(letter.show) +
         "</div><div style=\"font-size:15px;line-height:1.5;padding-top:8px\"><strong>" + escape_html(letter.when) +
         "</strong><br>" + escape_html(letter.where) + "</div></td></tr>";
}

std::string ticket(const Letter::Ticket& one) {
  std::string words =
      "<div class=\"ink\" style=\"font-size:26px;line-height:1.15;font-weight:800;color:#17130e\">" + escape_html(one.seat) +
      "</div><div class=\"soft\" style=\"font-size:14px;line-height:1.5;color:#5c5347\">" + escape_html(one.detail) + "</div>";
  if (!one.attendee.empty())
    words += "<div class=\"ink\" style=\"font-size:15px;line-height:1.5;padding-top:8px;color:#17130e\">" +
             escape_html(one.attendee) + "</div>";
  if (one.picture.empty()) return row("padding:20px 32px 0", "", words);
  return row("padding:20px 32px 0", "",
             "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr>"
             "<td class=\"half\" width=\"196\" valign=\"top\"><img src=\"cid:" +
                 one.picture + "\" width=\"196\" height=\"196\" alt=\"QR " + escape_html(one.seat) +
                 "\" style=\"display:block;width:196px;height:196px;border-radius:10px;background:#ffffff\"></td>"
                 "<td class=\"half\" valign=\"top\" style=\"" +
                 std::string{font} + "padding:12px 0 4px 20px\">" + words + "</td></tr></table>");
}

std::string fact(const pdf::Fact& one) {
  return "<tr><td class=\"soft line\" style=\"" + std::string{font} +
         "font-size:14px;line-height:1.5;padding:8px 16px 8px 0;white-space:nowrap;color:#5c5347;border-top:1px solid #e5dccb\" "
         "valign=\"top\">" +
         escape_html(one.label) + "</td><td class=\"ink line\" align=\"right\" valign=\"top\" style=\"" + std::string{font} +
         "font-size:14px;line-height:1.5;padding:8px 0;font-weight:600;color:#17130e;border-top:1px solid #e5dccb\">" +
         escape_html(one.value) + "</td></tr>";
}

}  // namespace

std::string to_html(const Letter& letter) {
  std::string out = "<!doctype html><html lang=\"" + letter.language + "\"><head>" + std::string{head} + "<title>" +
                    escape_html(letter.subject) +
                    "</title></head><body class=\"ground\" style=\"margin:0;padding:0;background:#f6f0e4\">"
                    "<table role=\"presentation\" class=\"ground\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" "
                    "style=\"background:#f6f0e4\"><tr><td align=\"center\" style=\"padding:24px 12px\">"
                    "<table role=\"presentation\" class=\"card\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" "
                    "style=\"max-width:560px;background:#fffbf3;border-radius:16px;overflow:hidden\">";
  out += row("padding:26px 32px 0;font-size:20px;font-weight:800;letter-spacing:-0.02em;color:#17130e", "ink", "gelora");
  out += row("padding:16px 32px 0;font-size:25px;line-height:1.25;font-weight:800;color:#17130e", "ink",
             escape_html(letter.heading));
  for (const auto& one : letter.paragraphs)
    out += row("padding:12px 32px 0;font-size:16px;line-height:1.55;color:#17130e", "ink", lines(one));
  out += "<tr><td style=\"height:22px;line-height:22px;font-size:1px\">&nbsp;</td></tr>" + band(letter);
  for (const auto& one : letter.tickets) out += ticket(one);
  if (!letter.facts.empty()) {
    std::string facts = "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\">";
    for (const auto& one : letter.facts) facts += fact(one);
    out += row("padding:22px 32px 0", "", facts + "</table>");
  }
  if (!letter.button.empty())
    out += row("padding:22px 32px 0", "",
               "<a class=\"button\" href=\"" + escape_html(letter.link) +
                   "\" style=\"display:inline-block;background:#17130e;color:#fffbf3;text-decoration:none;font-weight:700;"
                   "font-size:16px;padding:14px 24px;border-radius:10px\">" +
                   escape_html(letter.button) + "</a>");
  out += row("padding:20px 32px 32px;font-size:14px;line-height:1.55;color:#5c5347", "soft", escape_html(letter.after));
  return out + "</table></td></tr></table></body></html>";
}

std::string to_text(const Letter& letter) {
  std::string out = letter.heading + "\n\n";
  for (const auto& one : letter.paragraphs) out += one + "\n\n";
  out += letter.show + "\n" + letter.when + "\n" + letter.where + "\n\n";
  for (const auto& one : letter.tickets) {
    out += "* " + one.seat + " · " + one.detail + (one.attendee.empty() ? "" : " · " + one.attendee) + "\n";
  }
  if (!letter.tickets.empty()) out += "\n";
  for (const auto& one : letter.facts) out += one.label + ": " + one.value + "\n";
  if (!letter.facts.empty()) out += "\n";
  if (!letter.button.empty()) out += letter.button + ":\n" + letter.link + "\n\n";
  return out + letter.after + "\n\n-- \nGelora\n";
}

}  // namespace gelora::booking
