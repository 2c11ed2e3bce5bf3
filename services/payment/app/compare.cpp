#include "payment/app/compare.hpp"

#include <algorithm>

#include "payment/app/settle.hpp"
#include "telemetry/log.hpp"

namespace gelora::payment {
namespace {

using namespace std::chrono_literals;

constexpr Duration still_moving = 10min;  // too young to be compared
constexpr Duration overlap = 1h;          // a session is made a little after its payment
constexpr unsigned is_away = 10;          // failures in a row
constexpr Duration again_after = 5min;    // when the provider is away

// Money that the provider lists and we do not know: it is asked once more about that session.
Task<std::size_t> close_theirs(App& app, std::string provider, ListedSession listed) {
  auto payment = co_await app.books.find_by_session(provider, listed.ref);
  if (!payment) {
    const auto id = parse_id_as<PaymentId>(listed.reference);
    if (id) payment = co_await app.books.find_by_id(*id);
  }
  if (!payment) {
    const Money amount = listed.captures.empty() ? Money{} : listed.captures.front().amount;
    Finding finding{"unknown-session", listed.ref, amount, "the provider's list has it, for " + listed.reference};
    co_await app.books.record(provider, std::move(finding));
    co_return 1;
  }
  bool known = true;
  for (const auto& one : listed.captures) {
    const auto found = co_await app.books.find_by_capture(provider, one.ref);
    known = known && found.has_value();
  }
  if (known) co_return 0;
  if (payment->provider_ref.empty()) {  // it was made under our key, and we never heard of it
    const std::function<void(Bookkeeper&)> adopt = [ref = listed.ref](Bookkeeper& books) {
      if (books.account().payment.provider_ref.empty()) books.session_opened(ref, {});
    };
    co_await app.books.change(payment->id, {}, adopt);
    payment->provider_ref = listed.ref;
  }
  if (payment->provider_ref != listed.ref) {
    Finding finding{"unknown-session", listed.ref, listed.captures.front().amount,
                    "a second one of payment " + payment->id.text()};
    co_await app.books.record(provider, std::move(finding));
    co_return 1;
  }
  co_await reconcile(app, std::move(*payment), {});
  co_return 1;
}

// Money that we know and the provider does not list.
Task<std::size_t> close_ours(App& app, std::string provider, KnownCapture ours) {
  const auto payment = co_await app.books.find_by_id(ours.payment);
  if (!payment) co_return 0;
  const auto state = co_await provider_of(app, *payment).look_up(payment->provider_ref);
  const bool theirs = std::any_of(state.captures.begin(), state.captures.end(),
                                  [&](const auto& one) { return one.ref == ours.ref && one.amount == ours.amount; });
  if (theirs) co_return 0;
  Finding finding{"capture-not-at-provider", ours.ref, ours.amount, "the provider does not know it"};
  co_await app.books.record(provider, std::move(finding));
  co_return 1;
}

// Disputes, and refunds that failed or were not made by us: the payment is looked at.
Task<std::size_t> look_at(App& app, std::string provider, std::string capture) {
  auto payment = co_await app.books.find_by_capture(provider, capture);
  if (payment) co_await reconcile(app, std::move(*payment), {});
  co_return 0;
}

Task<std::size_t> look_at_disputed(App& app, PaymentRow payment) {
  co_await reconcile(app, std::move(payment), {});
  co_return 0;
}

// One that fails is for a person to look at, and keeps nothing else from being compared; many in a row mean that the provider is
// away, and that all is to be done later.
class Comparing {
 public:
  Comparing(App& app, Comparison& done) : app_(app), done_(done) {}

  Task<> count(std::string ref, Task<std::size_t> work) {
    std::string fault;
    try {
      const std::size_t differences = co_await std::move(work);
      done_.differences += differences;
      in_a_row_ = 0;
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (fault.empty()) co_return;
    ++done_.failures;
    if (++in_a_row_ == is_away) throw base::Unavailable(fault);
    Finding finding{"not-compared", std::move(ref), {}, std::move(fault)};
    co_await app_.books.record(done_.provider, std::move(finding));
  }

 private:
  App& app_;
  Comparison& done_;
  unsigned in_a_row_ = 0;
};

}  // namespace

Task<Comparison> compare(App& app, Provider& provider) {
  const std::string name{provider.name()};
  const Instant now = app.clock.now();
  const auto last = co_await app.books.compared_to(name);
  Comparison done{name, last.value_or(now - 24h), now - still_moving, 0, 0, 0};
  if (done.to <= done.from) co_return done;
  Comparing comparing(app, done);
  std::vector<std::string> listed;
  std::string cursor;
  bool has_list = true;
  for (bool more = true; more;) {
    auto page = co_await provider.list(done.from - overlap, done.to, cursor);
    has_list = page.has_value();
    if (!has_list) break;
    for (auto& one : page->items) {
      ++done.sessions;
      for (const auto& capture : one.captures) listed.push_back(capture.ref);
      const std::string ref = one.ref;
      co_await comparing.count(ref, close_theirs(app, name, std::move(one)));
    }
    cursor = page->next_cursor;
    more = !cursor.empty();
  }
  std::sort(listed.begin(), listed.end());
  const auto ours = co_await app.books.captures_between(name, done.from, done.to);
  for (const auto& one : ours) {
    if (std::binary_search(listed.begin(), listed.end(), one.ref)) continue;
    co_await comparing.count(one.ref, close_ours(app, name, one));  // without a list each is asked for by itself
  }
  const auto news = co_await provider.captures_with_news(done.from - overlap);
  for (const auto& capture : news) co_await comparing.count(capture, look_at(app, name, capture));
  const auto disputed = co_await app.books.payments_with_open_disputes(name);
  for (const auto& payment : disputed) co_await comparing.count(payment.id.text(), look_at_disputed(app, payment));
  co_await app.books.note_comparison(done);
  co_return done;
}

Task<> keep_comparing(App& app, Provider& provider, Duration every) {
  const std::string name{provider.name()};
  for (;;) {
    std::string fault;
    try {
      const auto done = co_await compare(app, provider);
      telemetry::info(
          "compared with the provider's list",
          {{"provider", name}, {"sessions", done.sessions}, {"differences", done.differences}, {"failures", done.failures}});
      co_await app.books.forget_old_webhooks(app.clock.now());
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("the provider's list cannot be compared yet", {{"provider", name}, {"what", fault}});
    const Duration pause = fault.empty() ? every : std::min(every, again_after);
    co_await loop::sleep_for(std::chrono::duration_cast<std::chrono::milliseconds>(pause));
  }
}

}  // namespace gelora::payment
