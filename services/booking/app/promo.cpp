#include "booking/app/promo.hpp"

#include <algorithm>

#include "telemetry/log.hpp"

namespace gelora::booking {
namespace {

using namespace std::chrono_literals;

std::optional<PromoInvalid> refusal_of(const PromoCode& code, Instant now) {
  if (now < code.starts_at) return PromoInvalid{"not_started"};
  if (code.ended || now >= code.ends_at) return PromoInvalid{"ended"};
  if (code.used >= code.max_uses) return PromoInvalid{"used_up"};
  return std::nullopt;
}

}  // namespace

bool is_promo_code(std::string_view text) {
  return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

Task<CodeLook> look_at_code(App& app, std::shared_ptr<const Show> show, UserId user, std::string code,
                            std::vector<seats::SeatNo> places) {
  const Instant now = app.clock.now();
  if (const auto left = app.guesses.wait(user, now)) co_return TooManyGuesses{*left};
  std::optional<PromoCode> found;
  if (is_promo_code(code)) found = co_await find_promo_code(app.pool, show->id, std::move(code));
  if (!found) {
    app.guesses.missed(user, now);
    co_return PromoInvalid{"unknown"};
  }
  if (auto refused = refusal_of(*found, now)) co_return *refused;
  Discount discount{found->kind, found->value, {}};
  if (!found->zones.empty()) {
    for (const auto& zone : show->zones)
      discount.zones.push_back(std::find(found->zones.begin(), found->zones.end(), zone.id) != found->zones.end());
  }
  const auto lines = lines_of(*show, places, &discount);
  if (sum_of(lines, show->currency).discount.amount_minor == 0) co_return PromoInvalid{"zones"};
  co_return UsableCode{*found, std::move(discount)};
}

Task<> keep_settling_promo_uses(mysql::Pool& pool, const Clock& clock) {
  for (;;) {
    std::string fault;
    try {
      co_await settle_uses(pool, clock.now());
    } catch (const std::exception& error) {
      fault = error.what();
    }
    if (!fault.empty()) telemetry::warn("promo uses cannot be settled", {{"what", fault}});
    co_await loop::sleep_for(1s);
  }
}

}  // namespace gelora::booking
