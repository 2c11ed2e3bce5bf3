#include "page.hpp"

#include <sodium.h>
#include <boost/json/parse.hpp>

#include "page_words.hpp"
#include "qr/qr.hpp"

namespace gelora::bank {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

// Rp1.500.000; other currencies as code and amount with two decimals.
std::string shown(Money money) {
  const bool rupiah = money.currency.text() == "IDR";
  std::string digits = std::to_string(rupiah ? money.amount_minor : money.amount_minor / 100);
  for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ".");
  if (rupiah) return "Rp" + digits;
  const std::string cents = std::to_string(100 + money.amount_minor % 100).substr(1);
  return std::string{money.currency.text()} + " " + digits + "," + cents;
}

// In Jakarta's time: "28-11-2026 18.30 WIB".
std::string shown(Instant at) {
  const auto text = to_rfc3339(at + std::chrono::hours{7});
  return text.substr(8, 2) + "-" + text.substr(5, 2) + "-" + text.substr(0, 4) + " " + text.substr(11, 2) + "." +
         text.substr(14, 2) + " WIB";
}

// A number that is the session's alone, in fours.
std::string account_number(const SessionRow& session) {
  unsigned char hash[16];
  crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(session.id.data()), session.id.size(), nullptr, 0);
  std::string number = "8808";
  for (int i = 0; i < 12; ++i) {
    if (i % 4 == 0) number += ' ';
    number += static_cast<char>('0' + hash[i] % 10);
  }
  return number;
}

// As EMV's "merchant presented mode" writes a QR: tag, length, value. The merchant is one that no bank knows.
std::string tagged(std::string_view tag, std::string_view value) {
  const std::string size = std::to_string(100 + value.size()).substr(1);
  return std::string{tag} + size + std::string{value};
}
std::string qr_payload(const SessionRow& session) {
  std::string text = tagged("00", "01") + tagged("01", "12") +
                     tagged("26", tagged("00", "ID.GELORA.SANDBOX") + tagged("01", session.id.substr(session.id.size() - 24))) +
                     tagged("52", "7922") + tagged("53", "360") + tagged("54", std::to_string(session.amount.amount_minor)) +
                     tagged("58", "ID") + tagged("59", "GELORA SANDBOX") + tagged("60", "JAKARTA") + "6304";
  std::uint16_t crc = 0xFFFF;  // CRC-16/CCITT-FALSE
  for (const char c : text) {
    crc = static_cast<std::uint16_t>(crc ^ static_cast<unsigned char>(c) << 8);
    for (int i = 0; i < 8; ++i) crc = static_cast<std::uint16_t>(crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1);
  }
  constexpr char digits[] = "0123456789ABCDEF";
  for (int shift = 12; shift >= 0; shift -= 4) text += digits[crc >> shift & 15];
  return text;
}

constexpr std::string_view style = R"(
:root{color-scheme:light dark;--paper:#f6f3ee;--card:#fff;--ink:#1c1a24;--soft:#67627a;--line:#e3ddd2;--tint:#f8f5f0;--go:#0f7b54;--go-ink:#fff;--warn:#b3261e}
@media(prefers-color-scheme:dark){:root{--paper:#14121b;--card:#1f1c29;--ink:#f3eff8;--soft:#b1abc2;--line:#383347;--tint:#272333;--go:#3ecf94;--go-ink:#06251a;--warn:#ff8a80}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;min-height:100vh;display:grid;place-items:center;padding:16px}
main{background:var(--card);border:1px solid var(--line);border-radius:20px;padding:24px;width:100%;max-width:440px;box-shadow:0 12px 40px rgb(0 0 0/.08)}
header{border-bottom:1px solid var(--line);padding-bottom:16px;margin-bottom:20px}
h1{font-size:15px;font-weight:600;color:var(--soft);margin:0 0 2px}h2{font-size:18px;margin:0 0 12px}.amount{font-size:clamp(32px,10vw,40px);line-height:1.2;font-weight:750;letter-spacing:-.02em;margin:0 0 4px}
p{margin:0 0 8px}.soft{color:var(--soft);font-size:14px}.note{border-radius:12px;padding:10px 14px;border:1px solid var(--line);margin:16px 0 0}.warn{color:var(--warn);border-color:currentColor;margin:0 0 16px}
button,.button{display:block;width:100%;min-height:52px;border-radius:14px;border:1px solid var(--line);background:transparent;color:inherit;font:inherit;font-weight:600;cursor:pointer;margin-top:10px;padding:8px 14px;text-align:center;text-decoration:none;line-height:34px}
.go{background:var(--go);border-color:var(--go);color:var(--go-ink);font-size:17px}button:hover{border-color:var(--go)}button:focus-visible,a:focus-visible,summary:focus-visible{outline:3px solid var(--go);outline-offset:2px}
.way{display:flex;gap:14px;align-items:center;text-align:left;line-height:1.3;padding:12px 14px}.way svg{flex:none;width:28px;height:28px;fill:none;stroke:var(--go);stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round}.way small{display:block;font-weight:400;color:var(--soft);font-size:14px}
.qr{background:#fff;border:1px solid var(--line);border-radius:16px;padding:8px;width:min(100%,272px);margin:0 auto 16px}.qr svg{display:block;width:100%;height:auto}
dl{margin:0 0 16px;background:var(--tint);border-radius:14px;padding:4px 16px}dl div{padding:10px 0;border-top:1px solid var(--line)}dl div:first-child{border:0}dt{color:var(--soft);font-size:14px}dd{margin:0;font-weight:600;overflow-wrap:anywhere}
.number{font-size:clamp(19px,6vw,23px);font-variant-numeric:tabular-nums;letter-spacing:.02em;user-select:all;-webkit-user-select:all;white-space:nowrap}
.mock{display:grid;grid-template-columns:1fr 1fr;gap:10px;margin-bottom:14px}.mock label{font-size:14px;color:var(--soft)}.mock label:first-child{grid-column:1/-1}.mock input{display:block;width:100%;min-width:0;min-height:46px;margin-top:4px;border:1px dashed var(--line);border-radius:12px;padding:0 12px;font:inherit;background:var(--tint);color:var(--soft)}
.wait{text-align:center;margin:14px 0 0}.pair{display:grid;grid-template-columns:1fr 1fr;gap:10px;border-top:1px solid var(--line);margin-top:18px;padding-top:8px}.pair button{font-size:15px;font-weight:500;line-height:1.3}details{margin-top:18px;border-top:1px solid var(--line);padding-top:12px}summary{cursor:pointer;color:var(--soft);font-size:14px;min-height:28px}details button{min-height:44px;line-height:1.3;font-weight:500;font-size:15px})";

std::string button(const char* outcome, const char* label, const char* kind = "") {
  return std::string{"<button name=\"outcome\" value=\""} + outcome + "\" data-testid=\"" + outcome + "\"" + kind + ">" + label +
         "</button>";
}
constexpr auto main_one = " class=\"go\"";

std::string method_button(std::string_view method, const Words& words) {
  struct Way {
    const char *label, *hint, *picture;
  };
  const Way way =
      method == "qris"
          ? Way{words.qris, words.qris_hint, "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM14 20h1M20 14v1"}
      : method == "virtual_account"
          ? Way{words.virtual_account, words.virtual_account_hint, "M3 9l9-5 9 5M5 10v8M10 10v8M14 10v8M19 10v8M3 20h18"}
      : method == "ewallet" ? Way{words.ewallet, words.ewallet_hint,
                                  "M8 2h8a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zM11 18h2"}
                            : Way{words.card, words.card_hint, "M3 6h18v12H3zM3 10h18M7 15h3"};
  return "<button class=\"way\" name=\"method\" value=\"" + std::string{method} + "\" data-testid=\"method-" +
         std::string{method} + "\"><svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"" + way.picture +
         "\"/></svg><span>" + way.label + "<small>" + way.hint + "</small></span></button>";
}

std::vector<std::string> offered(const SessionRow& session) {
  if (session.protocol == Protocol::stripe) return {"card"};
  const auto details = boost::json::parse(session.details);
  const auto* one = details.as_object().if_contains("offered");
  if (one && !one->as_string().empty()) return {std::string{one->as_string()}};
  return {"qris", "virtual_account", "ewallet", "card"};
}

std::string row(const char* name, const std::string& value, const char* kind = "") {
  return std::string{"<div><dt>"} + name + "</dt><dd" + kind + ">" + value + "</dd></div>";
}

std::string how_to_pay(const SessionRow& session, const Words& words) {
  if (session.method == "qris")
    return std::string{"<h2>"} + words.qris + "</h2><div class=\"qr\">" + qr::to_svg(qr_payload(session)) +
           "</div><p class=\"soft\">" + words.qris_how + "</p>";
  if (session.method == "virtual_account")
    return std::string{"<h2>"} + words.virtual_account + "</h2><dl>" + row(words.bank, "Bank Percobaan") +
           row(words.number, account_number(session), " class=\"number\"") + row(words.amount, shown(session.amount)) +
           row(words.until, shown(session.expires_at)) + "</dl><p class=\"soft\">" + words.virtual_account_how + "</p>";
  if (session.method == "ewallet")
    return std::string{"<h2>"} + words.ewallet + "</h2><p class=\"soft\">" + words.ewallet_how + "</p>";
  const auto field = [](const char* label, const char* example) {
    return std::string{"<label>"} + label + "<input disabled placeholder=\"" + example + "\"></label>";
  };
  return std::string{"<h2>"} + words.card + "</h2><div class=\"mock\">" + field(words.card_number, "•••• •••• •••• ••••") +
         field(words.card_end, "••/••") + field(words.card_code, "•••") + "</div><p class=\"soft\">" + words.card_how + "</p>";
}

std::string other_outcomes(const SessionRow& session, const Words& words) {
  const bool open = session.status == SessionStatus::open;
  std::string all = std::string{"<details><summary>"} + words.another + "</summary>";
  if (session.status != SessionStatus::captured) all += button("pay_late", words.late);
  if (open)
    all += button("pay_twice", words.twice) + button("capture_then_timeout", words.timeout) + button("underpay", words.underpay) +
           button("wrong_currency", words.currency) + button("wrong_account", words.account);
  if (session.status != SessionStatus::closed)
    all += button("dispute", words.dispute) + button("win_dispute", words.win) + button("lose_dispute", words.lose);
  return all + button("fail_refunds", words.fail_refunds) + button("slow_refunds", words.slow_refunds) + "</details>";
}

std::string open_body(const SessionRow& session, const Words& words) {
  std::string body;
  if (session.declines > 0) body += std::string{"<p class=\"note warn\" role=\"alert\">"} + words.declined + "</p>";
  if (session.method.empty()) {
    body += std::string{"<h2>"} + words.choose + "</h2><form method=\"post\" action=\"/pay/" + session.id + "/outcome\">";
    for (const auto& method : offered(session)) body += method_button(method, words);
    return body + "</form><form class=\"pair\" method=\"post\" action=\"/pay/" + session.id + "/outcome\">" +
           button("pay", words.other_method) + button("decline", words.decline) + "</form>";
  }
  const char* label = session.method == "card" ? words.pay : session.method == "ewallet" ? words.open_app : words.paid_it;
  body += how_to_pay(session, words) + "<form method=\"post\" action=\"/pay/" + session.id + "/outcome\">" +
          button("pay", label, main_one) + button("decline", words.decline) + "</form>";
  if (session.method != "card") body += std::string{"<p class=\"soft wait\" role=\"status\">"} + words.waiting + "</p>";
  return body;
}

// A page that waits looks again by itself.
std::string refresh(const SessionRow& session) {
  const bool waits = session.status == SessionStatus::open && !session.method.empty() && session.method != "card";
  if (waits) return "<meta http-equiv=\"refresh\" content=\"8\">";
  return "";
}

}  // namespace

bool is_method(std::string_view word) {
  return word == "qris" || word == "virtual_account" || word == "ewallet" || word == "card";
}

std::string payment_page(const SessionRow& session, bool english) {
  const Words& words = english ? in_english : indonesian;
  const bool open = session.status == SessionStatus::open, paid = session.status == SessionStatus::captured;
  std::string body = std::string{"<header><h1>"} + words.to + "</h1><p class=\"amount\">" + shown(session.amount) + "</p><p>" +
                     escaped(session.description) + "</p>";
  if (open) body += std::string{"<p class=\"soft\">"} + words.until + " " + shown(session.expires_at) + "</p>";
  body += "</header>";
  if (open) {
    body += open_body(session, words);
  } else {
    body += std::string{"<p role=\"status\">"} + (paid ? words.paid : words.closed) + "</p><a class=\"button go\" href=\"" +
            escaped(session.return_url) + "\">" + words.back + "</a>";
  }
  body += "<form method=\"post\" action=\"/pay/" + session.id + "/outcome\">" + other_outcomes(session, words) + "</form>";
  body += std::string{"<p class=\"soft note\">"} + words.sandbox + "</p>";
  return std::string{"<!doctype html><html lang=\""} + (english ? "en" : "id") +
         "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">" +
         refresh(session) + "<title>" + words.title + " · Bank Percobaan</title><style>" + std::string{style} +
         "</style></head><body><main>" + body + "</main></body></html>";
}

}  // namespace gelora::bank
