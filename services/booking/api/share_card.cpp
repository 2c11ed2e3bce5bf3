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
  const auto known = kept_.find(version);
  if (known != kept_.end()) co_return known->second;
  auto& drawing = drawing_[version];
  const bool first = !drawing;
  if (first) drawing = std::make_shared<Drawing>(loop_);
  const auto ours = drawing;
  if (first) loop_.spawn(draw(std::move(card), std::move(version), ours));
  while (!ours->card && !ours->fault) co_await ours->ended.wait();
  if (ours->fault) std::rethrow_exception(ours->fault);
  co_return ours->card;
}

Task<> ShareCards::draw(pdf::ShareCard card, std::string version, std::shared_ptr<Drawing> drawing) {
  try {
    auto draw_it = [card = std::move(card), version] {
      return http::prepare_set(pdf::share_card_png(card), version, cache, 0, "image/png");
    };
    drawing->card = co_await printing_.for_everybody(std::move(draw_it));
    if (kept_.size() >= most_kept) kept_.clear();
    kept_[version] = drawing->card;
  } catch (...) {
    drawing->fault = std::current_exception();
  }
  drawing_.erase(version);
  drawing->ended.notify_all();
}

}  // namespace gelora::booking
