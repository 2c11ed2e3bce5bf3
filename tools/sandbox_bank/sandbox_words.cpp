#include "sandbox_words.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

namespace gelora::bank {
namespace {

namespace json = boost::json;

std::string type_of(const Book& book, const News& news) {
  using What = News::What;
  switch (news.what) {
    case What::method_chosen: return "session.method_chosen";
    case What::captured: return "session.captured";
    case What::declined: return "session.declined";
    case What::closed: return "session.closed";
    case What::refund_made:
    case What::refund_changed:
      for (const auto& one : book.refunds)
        if (one.id == news.about) return "refund." + std::string{name_of(one.state)};
      return "refund";
    case What::dispute_opened: return "dispute.opened";
    case What::dispute_closed:
      for (const auto& one : book.disputes)
        if (one.id == news.about) return "dispute." + std::string{name_of(one.state)};
      return "dispute";
  }
  return "";
}

json::object with_money(json::object object, Money money) {
  object["amount_minor"] = money.amount_minor;
  object["currency"] = money.currency.text();
  return object;
}

}  // namespace

json::object sandbox_refund(const Refund& refund) {
  return with_money({{"id", refund.id},
                     {"key", refund.key},
                     {"capture_id", refund.capture},
                     {"state", name_of(refund.state)},
                     {"reason", refund.reason}},
                    refund.amount);
}

json::object sandbox_session(const Book& book, const std::string& public_url) {
  json::array captures, refunds, disputes;
  for (const auto& one : book.captures)
    captures.push_back(with_money({{"id", one.id}, {"account", one.other_account ? "other" : "gelora"}}, one.amount));
  for (const auto& one : book.refunds) refunds.push_back(sandbox_refund(one));
  for (const auto& one : book.disputes)
    disputes.push_back(with_money({{"id", one.id}, {"capture_id", one.capture}, {"state", name_of(one.state)}}, one.amount));
  return with_money({{"id", book.session.id},
                     {"reference", book.session.reference},
                     {"status", name_of(book.session.status)},
                     {"declined", book.session.declines > 0},
                     {"created_at", to_rfc3339(book.session.created_at)},
                     {"checkout_url", public_url + "/pay/" + book.session.id},
                     {"captures", std::move(captures)},
                     {"refunds", std::move(refunds)},
                     {"disputes", std::move(disputes)}},
                    book.session.amount);
}

std::string sandbox_notice(const Book& book, const News& news, std::uint64_t id, Instant now) {
  json::object notice{{"id", std::to_string(id)},
                      {"type", type_of(book, news)},
                      {"session_id", book.session.id},
                      {"created_at", to_rfc3339(now)}};
  if (!news.about.empty()) notice["about"] = news.about;
  return json::serialize(notice);
}

}  // namespace gelora::bank
