#include "stripe_words.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "payment/domain/provider_money.hpp"

namespace gelora::bank {
namespace {

namespace json = boost::json;

constexpr std::string_view session_prefix = "cs_test_";
// A real page's address has hundreds of characters behind the session's id.
const std::string long_tail = "~" + std::string(700, 'x');

std::int64_t seconds(Instant at) { return at.us / 1'000'000; }

std::string lower(std::string_view text) {
  std::string out{text};
  for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return out;
}

std::int64_t amount_of(Money money) { return payment::to_stripe_amount(money).value_or(0); }

const Capture& capture_of(const Book& book, const std::string& id) {
  return *std::find_if(book.captures.begin(), book.captures.end(), [&](const auto& one) { return one.id == id; });
}

json::value metadata_of(const std::string& details) {
  const json::value parsed = json::parse(details);
  const auto* metadata = parsed.as_object().if_contains("metadata");
  return metadata ? *metadata : json::value(json::object{});
}

json::value text_or_null(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

bool has_intent(const Book& book) { return book.session.declines > 0 || !book.captures.empty(); }

std::string_view status_of(DisputeState state) {
  switch (state) {
    case DisputeState::open: return "needs_response";
    case DisputeState::won: return "won";
    case DisputeState::lost: return "lost";
  }
  return "";
}

}  // namespace

std::string stripe_intent_id(const SessionRow& session) { return "pi_" + session.id.substr(session_prefix.size()); }

std::string session_of_intent(std::string_view intent) {
  if (!intent.starts_with("pi_")) return {};
  return std::string{session_prefix} + std::string{intent.substr(3)};
}

json::object stripe_charge(const Book& book, const Capture& capture) {
  const bool disputed =
      std::any_of(book.disputes.begin(), book.disputes.end(), [&](const auto& one) { return one.capture == capture.id; });
  const Money refunded{capture.refunded_minor, capture.amount.currency};
  return {{"id", capture.id},
          {"object", "charge"},
          {"amount", amount_of(capture.amount)},
          {"amount_captured", amount_of(capture.amount)},
          {"amount_refunded", amount_of(refunded)},
          {"captured", true},
          {"created", seconds(capture.created_at)},
          {"currency", lower(capture.amount.currency.text())},
          {"description", text_or_null(book.session.description)},
          {"disputed", disputed},
          {"livemode", false},
          {"metadata", metadata_of(book.session.details)},
          {"on_behalf_of", capture.other_account ? json::value("acct_another") : json::value(nullptr)},
          {"paid", true},
          {"payment_intent", stripe_intent_id(book.session)},
          {"refunded", capture.refunded_minor == capture.amount.amount_minor},
          {"status", "succeeded"},
          {"transfer_data", nullptr}};
}

json::object stripe_intent(const Book& book, bool expand_charge) {
  const bool paid = !book.captures.empty();
  json::value charge = nullptr, error = nullptr;
  if (paid && expand_charge) charge = stripe_charge(book, book.captures.back());
  else if (paid) charge = book.captures.back().id;
  if (!paid && book.session.declines > 0)
    error = json::object{{"type", "card_error"}, {"code", "card_declined"}, {"message", "Your card was declined."}};
  const bool ended = book.session.status == SessionStatus::closed;
  return {{"id", stripe_intent_id(book.session)},
          {"object", "payment_intent"},
          {"amount", amount_of(book.session.amount)},
          {"amount_received", paid ? amount_of(book.captures.front().amount) : 0},
          {"created", seconds(book.session.created_at)},
          {"currency", lower(book.session.amount.currency.text())},
          {"last_payment_error", std::move(error)},
          {"latest_charge", std::move(charge)},
          {"livemode", false},
          {"metadata", metadata_of(book.session.details)},
          {"status", paid    ? "succeeded"
                     : ended ? "canceled"
                             : "requires_payment_method"}};
}

json::object stripe_session(const Book& book, const std::string& public_url, StripeExpand expand) {
  const auto& session = book.session;
  const bool paid = !book.captures.empty(), open = session.status == SessionStatus::open;
  const json::value details = json::parse(session.details);
  json::value intent = nullptr;
  if (has_intent(book) && expand.intent) intent = stripe_intent(book, expand.charge);
  else if (has_intent(book)) intent = stripe_intent_id(session);
  return {{"id", session.id},
          {"object", "checkout.session"},
          {"amount_subtotal", amount_of(session.amount)},
          {"amount_total", amount_of(session.amount)},
          {"cancel_url", session.return_url},
          {"client_reference_id", text_or_null(session.reference)},
          {"created", seconds(session.created_at)},
          {"currency", lower(session.amount.currency.text())},
          {"expires_at", seconds(session.expires_at)},
          {"livemode", false},
          {"metadata", metadata_of(session.details)},
          {"mode", "payment"},
          {"payment_intent", std::move(intent)},
          {"payment_status", paid ? "paid" : "unpaid"},
          {"status", paid   ? "complete"
                     : open ? "open"
                            : "expired"},
          {"success_url", session.return_url},
          {"url", open ? json::value(public_url + "/pay/" + session.id + long_tail) : json::value(nullptr)}};
}

json::object stripe_refund(const Book& book, const Refund& refund) {
  return {{"id", refund.id},
          {"object", "refund"},
          {"amount", amount_of(refund.amount)},
          {"charge", refund.capture},
          {"created", seconds(refund.created_at)},
          {"currency", lower(refund.amount.currency.text())},
          {"metadata", metadata_of(refund.details)},
          {"payment_intent", stripe_intent_id(book.session)},
          {"reason", text_or_null(refund.reason)},
          {"status", name_of(refund.state)}};
}

json::object stripe_dispute(const Book& book, const Dispute& dispute) {
  return {{"id", dispute.id},
          {"object", "dispute"},
          {"amount", amount_of(dispute.amount)},
          {"charge", dispute.capture},
          {"created", seconds(dispute.created_at)},
          {"currency", lower(dispute.amount.currency.text())},
          {"livemode", false},
          {"metadata", json::object{}},
          {"payment_intent", stripe_intent_id(book.session)},
          {"reason", "fraudulent"},
          {"status", status_of(dispute.state)}};
}

json::object stripe_list(json::array data, bool has_more, std::string_view url) {
  return {{"object", "list"}, {"data", std::move(data)}, {"has_more", has_more}, {"url", url}};
}

std::vector<std::pair<std::string, json::object>> stripe_events(const Book& book, const News& news,
                                                                const std::string& public_url) {
  using What = News::What;
  const auto refund =
      std::find_if(book.refunds.begin(), book.refunds.end(), [&](const auto& one) { return one.id == news.about; });
  const auto dispute =
      std::find_if(book.disputes.begin(), book.disputes.end(), [&](const auto& one) { return one.id == news.about; });
  switch (news.what) {
    case What::method_chosen: return {};
    case What::captured: {
      const bool first = book.captures.front().id == news.about && book.session.expires_at > book.captures.front().created_at;
      return {{first ? "checkout.session.completed" : "checkout.session.async_payment_succeeded",
               stripe_session(book, public_url, {})}};
    }
    case What::declined: return {{"payment_intent.payment_failed", stripe_intent(book, false)}};
    case What::closed: return {{"checkout.session.expired", stripe_session(book, public_url, {})}};
    case What::refund_made:
      if (refund->state == RefundState::failed) return {{"refund.failed", stripe_refund(book, *refund)}};
      return {{"refund.created", stripe_refund(book, *refund)},
              {"charge.refunded", stripe_charge(book, capture_of(book, refund->capture))}};
    case What::refund_changed:
      return {{refund->state == RefundState::failed ? "refund.failed" : "refund.updated", stripe_refund(book, *refund)}};
    case What::dispute_opened:
      return {{"charge.dispute.created", stripe_dispute(book, *dispute)},
              {"charge.dispute.funds_withdrawn", stripe_dispute(book, *dispute)}};
    case What::dispute_closed: {
      std::vector<std::pair<std::string, json::object>> events{{"charge.dispute.closed", stripe_dispute(book, *dispute)}};
      if (dispute->state == DisputeState::won)
        events.emplace_back("charge.dispute.funds_reinstated", stripe_dispute(book, *dispute));
      return events;
    }
  }
  return {};
}

std::string stripe_event(std::string_view type, json::object object, std::uint64_t id, Instant now) {
  return json::serialize(json::object{{"id", "evt_" + std::to_string(id)},
                                      {"object", "event"},
                                      {"api_version", "2024-11-20.acacia"},
                                      {"created", seconds(now)},
                                      {"data", json::object{{"object", std::move(object)}}},
                                      {"livemode", false},
                                      {"pending_webhooks", 1},
                                      {"request", json::object{{"id", nullptr}, {"idempotency_key", nullptr}}},
                                      {"type", type}});
}

}  // namespace gelora::bank
