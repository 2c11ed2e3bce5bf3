#include "booking/api/share_card.hpp"

#include "booking/app/purchase.hpp"
#include "l10n/dates.hpp"

namespace gelora::booking {
namespace {

// To be raised when the same concert is drawn in another way.
constexpr std::string_view drawing = "1";
constexpr std::string_view cache = "public, max-age=3600";

}  // namespace

pdf::ShareCard share_card_of(const Pages::Shared& concert) {
  pdf::ShareCard card;
  card.palette = palette_of(concert.text->colours);
  card.poster_seed = concert.text->poster_seed;
  card.artist = concert.text->artist;
  card.title = concert.text->title;
  card.when = l10n::date_range(concert.first->starts_at, concert.venue->timezone, concert.last->starts_at,
                               concert.last_venue->timezone, Language::id);
  if (concert.cities.size() == 1 && concert.venue->id == concert.last_venue->id) card.where = concert.venue->name + ", ";
  for (std::size_t i = 0; i < concert.cities.size(); ++i) card.where += (i > 0 ? " · " : "") + concert.cities[i];
  return card;
}

std::string version_of(const pdf::ShareCard& card) {
  std::string text{drawing};
  for (const auto& colour : card.palette) text += pdf::hex_of(colour);
  for (const auto& part : {std::to_string(card.poster_seed), card.artist, card.title, card.when, card.where}) text += "\n" + part;
  return http::tag_of(text);
}

Task<std::shared_ptr<const http::PreparedSet>> ShareCards::find(pdf::ShareCard card) {
  std::string version = version_of(card);
  if (auto known = kept(version)) co_return known;
  auto draw_it = [this, card = std::move(card), version = std::move(version)] {
    auto known = kept(version);  // by one who waited before us
    return known ? known : draw(card, version);
  };
  co_return co_await printing_.for_everybody(std::move(draw_it));
}

ShareCards::Kept ShareCards::kept(const std::string& version) {
  const std::lock_guard lock(mutex_);
  const auto found = kept_.find(version);
  return found == kept_.end() ? nullptr : found->second;
}

ShareCards::Kept ShareCards::draw(const pdf::ShareCard& card, const std::string& version) {
  auto drawn = http::prepare_set(pdf::share_card_png(card), version, cache, 0, "image/png");
  const std::lock_guard lock(mutex_);
  if (kept_.size() >= most_kept) kept_.clear();
  kept_[version] = drawn;
  return drawn;
}

}  // namespace gelora::booking
