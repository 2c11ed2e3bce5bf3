#include "payment/simulation/bank.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "payment/domain/signature.hpp"

namespace gelora::payment::simulation {

using namespace std::chrono_literals;
namespace json = boost::json;

Task<Session> SimulatedProvider::open_session(SessionWish wish) {
  auto open = [this, id = wish.payment, amount = wish.amount, ends = wish.expires_at]() -> std::optional<Session> {
    const std::string ref = name_of(id);
    const bool too_late = nature_.now() >= ends + (names_are_ours ? 0s : 20s);
    if (too_late && !sessions.contains(ref)) return std::nullopt;
    if (sessions.try_emplace(ref, TrueSession{id, amount, nature_.now(), {}}).second) {
      nature_.note("session " + ref + " is opened");
      something_was_done();
    }
    return Session{ref, "https://bank/" + ref};
  };
  auto session = co_await wire.call(std::move(open));
  if (!session) throw SessionRefused("its end is in the past");
  co_return std::move(*session);
}

Task<SessionState> SimulatedProvider::look_up(std::string session_ref) {
  auto look = [this, session_ref] {
    const auto found = sessions.find(session_ref);
    return found == sessions.end() ? SessionState{} : found->second.state;
  };
  co_return co_await wire.call(std::move(look));
}

Task<SessionState> SimulatedProvider::close_session(std::string session_ref) {
  auto close = [this, session_ref] {
    const auto found = sessions.find(session_ref);
    SessionState none;
    none.kind = SessionState::Kind::closed;
    if (found == sessions.end()) return none;
    auto& session = found->second;
    if (session.state.kind == SessionState::Kind::open) {
      nature_.note("session " + session_ref + " is closed");
      session.state.kind = SessionState::Kind::closed;
      tell(session_ref);
    }
    return session.state;
  };
  co_return co_await wire.call(std::move(close));
}

Task<ProviderRefund> SimulatedProvider::refund(RefundWish wish) {
  auto refund = [this, wish] { return do_refund(wish); };
  auto answer = co_await wire.call(std::move(refund));
  if (const auto* never = std::get_if<std::string>(&answer)) throw RefundRefused(*never);
  co_return std::get<ProviderRefund>(answer);
}

std::int64_t SimulatedProvider::left(const TrueSession& session, const ProviderCapture& capture) const {
  std::int64_t left = capture.amount.amount_minor;
  for (const auto& one : session.state.refunds) {
    if (one.capture_ref == capture.ref && one.state != ProviderRefund::State::failed) left -= one.amount.amount_minor;
  }
  for (const auto& one : session.state.disputes) {
    if (one.capture_ref == capture.ref && one.state != ProviderDispute::State::won) left -= one.amount.amount_minor;
  }
  return left;
}

std::variant<ProviderRefund, std::string> SimulatedProvider::do_refund(const RefundWish& wish) {
  if (const auto known = first_answers_.find(wish.key); known != first_answers_.end()) return known->second;
  auto& session = sessions.at(wish.session_ref);
  const auto capture = std::find_if(session.state.captures.begin(), session.state.captures.end(),
                                    [&](const auto& one) { return one.ref == wish.capture_ref; });
  if (capture == session.state.captures.end()) return std::string{"unknown capture"};
  if (wish.amount.amount_minor > left(session, *capture)) return std::string{"more than is left"};
  ProviderRefund refund{ProviderRefund::State::succeeded, wish.key, "r" + std::to_string(++made_), wish.capture_ref, wish.amount};
  const bool slow = nature_.chance(0.4), fails = slow && nature_.chance(refunds_failing);
  if (slow) {
    refund.state = ProviderRefund::State::pending;
    const auto end = fails ? ProviderRefund::State::failed : ProviderRefund::State::succeeded;
    nature_.later(nature_.between(1s, nature_.chance(0.2) ? 20h : Duration{20s}),
                  [this, at = wish.session_ref, ref = refund.ref, end] { finish_refund(at, ref, end); });
  }
  // The buyer's bank does not know the account any more; within the three days that a payment is looked at without being told.
  if (!fails && nature_.now() - session.opened_at < 30h && nature_.chance(refunds_returning)) {
    nature_.later(nature_.between(21h, 40h), [this, at = wish.session_ref, ref = refund.ref] {
      nature_.note("refund " + ref + " comes back");
      finish_refund(at, ref, ProviderRefund::State::failed);
    });
  }
  nature_.note("refund " + refund.ref + " of " + std::to_string(refund.amount.amount_minor) + " for " + wish.reason + " at " +
               wish.session_ref);
  session.state.refunds.push_back(refund);
  first_answers_.emplace(wish.key, refund);
  tell(wish.session_ref);
  something_was_done();
  return refund;
}

void SimulatedProvider::finish_refund(const std::string& session_ref, const std::string& refund_ref,
                                      ProviderRefund::State state) {
  for (auto& one : sessions.at(session_ref).state.refunds) {
    if (one.ref == refund_ref) one.state = state;
  }
  tell(session_ref);
}

Task<std::optional<SessionList>> SimulatedProvider::list(Instant from, Instant to, std::string cursor) {
  auto read = [this, from, to, cursor]() -> std::optional<SessionList> {
    if (!has_list) return std::nullopt;
    SessionList page;
    for (auto it = sessions.upper_bound(cursor); it != sessions.end(); ++it) {
      const auto& [ref, session] = *it;
      if (session.opened_at < from || session.opened_at >= to || session.state.captures.empty()) continue;
      if (page.items.size() == 2) {
        page.next_cursor = page.items.back().ref;
        break;
      }
      page.items.push_back({ref, session.payment.text(), session.state.captures});
    }
    return page;
  };
  co_return co_await wire.call(std::move(read));
}

Task<std::vector<std::string>> SimulatedProvider::captures_with_news(Instant) {
  auto read = [this] {
    std::vector<std::string> captures;
    if (!has_list) return captures;
    for (const auto& [ref, session] : sessions) {
      for (const auto& one : session.state.disputes) captures.push_back(one.capture_ref);
      for (const auto& one : session.state.refunds) {
        if (one.key == 0 || one.state == ProviderRefund::State::failed) captures.push_back(one.capture_ref);
      }
    }
    return captures;
  };
  co_return co_await wire.call(std::move(read));
}

void SimulatedProvider::pay(const std::string& ref, Way way, bool late) {
  auto& session = sessions.at(ref);
  if (session.state.kind == SessionState::Kind::closed && !late) return;
  ProviderCapture capture{"c" + std::to_string(++made_), session.asked, way == Way::other_account};
  if (way == Way::too_little) capture.amount.amount_minor -= 1;
  if (way == Way::too_much) capture.amount.amount_minor += 1;
  nature_.note(capture.ref + ": " + std::to_string(capture.amount.amount_minor) + " is paid at " + ref);
  session.state.captures.push_back(std::move(capture));
  session.state.declined = false;
  session.state.kind = SessionState::Kind::closed;
  tell(ref);
}

void SimulatedProvider::decline(const std::string& ref) {
  auto& session = sessions.at(ref);
  if (session.state.kind == SessionState::Kind::closed) return;
  session.state.declined = true;
  tell(ref);
}

void SimulatedProvider::dispute(const std::string& ref, Duration decided_after) {
  auto& session = sessions.at(ref);
  for (const auto& capture : session.state.captures) {
    const std::int64_t whole = capture.amount.amount_minor, rest = left(session, capture);
    const std::int64_t amount = nature_.chance(0.3)   ? whole  // also of what was refunded
                                : nature_.chance(0.5) ? rest / 2
                                                      : rest;
    if (amount <= 0) continue;
    const std::string id = "d" + std::to_string(++made_);
    nature_.note("dispute " + id + " of " + std::to_string(amount) + " at " + ref);
    session.state.disputes.push_back({ProviderDispute::State::open, id, capture.ref, {amount, capture.amount.currency}});
    session.by_hand_or_disputed = true;
    const auto end = nature_.chance(0.5) ? ProviderDispute::State::won : ProviderDispute::State::lost;
    nature_.later(decided_after, [this, ref, id, end] {
      for (auto& one : sessions.at(ref).state.disputes) {
        if (one.ref == id) one.state = end;
      }
      nature_.note("dispute " + id + (end == ProviderDispute::State::won ? " is won" : " is lost"));
      tell(ref);
    });
    tell(ref);
    return;
  }
}

void SimulatedProvider::refund_by_hand(const std::string& ref) {
  auto& session = sessions.at(ref);
  for (const auto& capture : session.state.captures) {
    const std::int64_t most = left(session, capture);
    if (most <= 0) continue;
    const std::int64_t amount = nature_.chance(0.05) ? 0
                                : nature_.chance(0.5)
                                    ? most
                                    : 1 + static_cast<std::int64_t>(nature_.below(static_cast<std::uint64_t>(most)));
    const std::string id = "h" + std::to_string(++made_);
    nature_.note("refund " + id + " of " + std::to_string(amount) + " by hand at " + ref);
    session.state.refunds.push_back({ProviderRefund::State::succeeded, 0, id, capture.ref, {amount, capture.amount.currency}});
    session.by_hand_or_disputed = true;
    tell(ref);
    return;
  }
}

SimulatedProvider::Webhook SimulatedProvider::webhook(const std::string& ref, std::size_t number) const {
  const std::string body = json::serialize(json::object{{"id", ref + "-" + std::to_string(number)}, {"session_id", ref}});
  return {ref, {}, body};
}

void SimulatedProvider::tell(const std::string& ref) {
  Webhook told = webhook(ref, ++sessions.at(ref).webhooks);
  const int deliveries = nature_.chance(0.15) ? 2 : 1;
  for (int i = 0; i < deliveries; ++i) {
    if (nature_.chance(webhooks_lost)) continue;
    const Duration wait = nature_.chance(webhooks_late) ? nature_.between(5s, 72h) : nature_.between(20ms, 1500ms);
    nature_.later(wait, [this, told] { deliver_again(told, 0); });
  }
}

void SimulatedProvider::deliver_again(Webhook told, std::uint64_t tries) {
  if (tries == 5) return;
  told.header = sign_webhook(secret_, told.body, nature_.now());
  deliver(std::move(told), tries);
}

std::optional<SimulatedProvider::Webhook> SimulatedProvider::forge() {
  if (sessions.empty()) return std::nullopt;
  const auto& [ref, session] = *std::next(sessions.begin(), static_cast<std::ptrdiff_t>(nature_.below(sessions.size())));
  Webhook forged = webhook(ref, session.webhooks + 1);
  const Instant now = nature_.now();
  switch (nature_.below(4)) {
    case 0: forged.header = sign_webhook("another secret", forged.body, now); break;
    case 1: forged.header = sign_webhook(secret_, webhook(ref, session.webhooks).body, now); break;  // of an earlier one
    case 2: forged.header = sign_webhook(secret_, forged.body, now - 301s); break;                   // kept for too long
    default:
      forged.header = sign_webhook(secret_, forged.body, now);
      forged.header.back() = forged.header.back() == '0' ? '1' : '0';
  }
  return forged;
}

ReadWebhook SimulatedProvider::read_webhook(const WebhookDelivery& delivery) const {
  if (!verify_webhook(secret_, delivery.header("X-Signature"), delivery.body, delivery.now)) return NotAuthentic{};
  const json::value told = json::parse(delivery.body);
  return WebhookNotice{std::string{told.at("id").as_string()}, std::string{told.at("session_id").as_string()}, {}};
}

}  // namespace gelora::payment::simulation
