#include "page.hpp"

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

struct Words {
  const char *title, *to, *sandbox, *pay, *decline, *declined, *more, *late, *twice, *timeout, *paid, *closed, *back;
};
constexpr Words indonesian{"Pembayaran",
                           "Kepada Gelora",
                           "Bank percobaan: tidak ada uang sungguhan.",
                           "Bayar sekarang",
                           "Tolak pembayaran",
                           "Pembayaran ditolak. Anda bisa mencoba lagi.",
                           "Uji keadaan lain",
                           "Bayar terlambat (setelah sesi ditutup)",
                           "Tertagih dua kali",
                           "Terbayar, tetapi kabarnya hilang",
                           "Pembayaran diterima.",
                           "Sesi pembayaran ini sudah ditutup.",
                           "Kembali ke Gelora"};
constexpr Words in_english{"Payment",
                           "To Gelora",
                           "Sandbox bank: no real money moves.",
                           "Pay now",
                           "Decline the payment",
                           "The payment was declined. You can try again.",
                           "Test another outcome",
                           "Pay late (after the session is closed)",
                           "Charge twice",
                           "Paid, but the news is lost",
                           "Payment received.",
                           "This payment session is closed.",
                           "Back to Gelora"};

constexpr std::string_view style = R"(
:root{color-scheme:light dark;--paper:#f6f3ee;--card:#fff;--ink:#1c1a24;--soft:#67627a;--line:#e3ddd2;--go:#0f7b54;--go-ink:#fff;--warn:#b3261e}
@media(prefers-color-scheme:dark){:root{--paper:#14121b;--card:#1f1c29;--ink:#f3eff8;--soft:#a9a3ba;--line:#363145;--go:#3ecf94;--go-ink:#06251a;--warn:#ff8a80}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;min-height:100vh;display:grid;place-items:center;padding:16px}
main{background:var(--card);border:1px solid var(--line);border-radius:20px;padding:28px;width:100%;max-width:420px;box-shadow:0 12px 40px rgb(0 0 0/.08)}
h1{font-size:15px;font-weight:600;color:var(--soft);margin:0 0 4px}.amount{font-size:40px;font-weight:750;letter-spacing:-.02em;margin:0 0 8px}
p{margin:0 0 8px}.soft{color:var(--soft);font-size:14px}.note{border-radius:12px;padding:10px 14px;border:1px solid var(--line);margin:16px 0}.warn{color:var(--warn);border-color:currentColor}
button,.button{display:block;width:100%;min-height:52px;border-radius:14px;border:1px solid var(--line);background:transparent;color:inherit;font:inherit;font-weight:600;cursor:pointer;margin-top:10px;padding:0 14px;text-align:center;text-decoration:none;line-height:50px}
.go{background:var(--go);border-color:var(--go);color:var(--go-ink);font-size:18px}button:focus-visible,a:focus-visible,summary:focus-visible{outline:3px solid var(--go);outline-offset:2px}
details{margin-top:18px;border-top:1px solid var(--line);padding-top:12px}summary{cursor:pointer;color:var(--soft);font-size:14px}details button{min-height:44px;line-height:1.3;font-weight:500;font-size:15px})";

std::string button(const char* outcome, const char* label, bool first) {
  return std::string{"<button name=\"outcome\" value=\""} + outcome + "\" data-testid=\"" + outcome + "\"" +
         (first ? " class=\"go\"" : "") + ">" + label + "</button>";
}

}  // namespace

std::string payment_page(const SessionRow& session, bool english) {
  const Words& words = english ? in_english : indonesian;
  std::string body = "<h1>" + std::string{words.to} + "</h1><p class=\"amount\">" + shown(session.amount) + "</p><p>" +
                     escaped(session.description) + "</p>";
  if (session.status == SessionStatus::open) {
    if (session.declines > 0) body += "<p class=\"note warn\" role=\"alert\">" + std::string{words.declined} + "</p>";
    body += "<form method=\"post\" action=\"/pay/" + session.id + "/outcome\">" + button("pay", words.pay, true) +
            button("decline", words.decline, false) + "<details><summary>" + words.more + "</summary>" +
            button("pay_late", words.late, false) + button("pay_twice", words.twice, false) +
            button("capture_then_timeout", words.timeout, false) + "</details></form>";
  } else {
    body += "<p class=\"note\" role=\"status\">" +
            std::string{session.status == SessionStatus::captured ? words.paid : words.closed} +
            "</p><a class=\"button go\" href=\"" + escaped(session.return_url) + "\">" + words.back + "</a>";
  }
  body += "<p class=\"soft note\">" + std::string{words.sandbox} + "</p>";
  return "<!doctype html><html lang=\"" + std::string{english ? "en" : "id"} +
         "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>" +
         words.title + " · Bank Percobaan</title><style>" + std::string{style} + "</style></head><body><main>" + body +
         "</main></body></html>";
}

}  // namespace gelora::bank
