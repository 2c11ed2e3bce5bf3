// Concerts, shows and seating as answers: built when the catalogue or a sale's status changes, never per request.
#pragma once
#include <array>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "booking/api/seating_json.hpp"
#include "booking/domain/show.hpp"
#include "booking/storage/catalogue.hpp"
#include "http/prepared.hpp"

namespace gelora::booking {

class Pages {
 public:
  using FreePlaces = std::function<std::uint64_t(ShowId)>;
  explicit Pages(FreePlaces free_places) : free_places_(std::move(free_places)) {}

  // Replaces the catalogue. `shows` are those on sale here, by start.
  void load(std::vector<ConcertText> concerts, std::vector<ListedShow> listed,
            const std::vector<std::shared_ptr<const Show>>& shows, Instant now);
  // Rebuilds what a change of a sale's status touches. To be called about once a second.
  void refresh(Instant now);

  // By id or slug; none when unknown.
  const http::PreparedSet* concert(std::string_view id_or_slug) const;
  const http::PreparedSet* show(ShowId id) const;
  // Built when first asked for (about 0.3 s for 58,000 seats), kept.
  const http::PreparedSet* seating(ShowId id, SeatingForm form);
  const http::PreparedSet* first_page() const { return first_page_.get(); }

  struct Search {
    std::string text, city;  // folded to lower case
    std::optional<Instant> from, to;
    std::size_t after = 0;  // position in the list, from the cursor
    std::size_t limit = 24;
  };
  // {"items", "next_cursor"}. In memory, O(concerts).
  std::string search(const Search& search) const;

  struct Listed {
    const Show* show;
    const ConcertText* concert;
    const VenueText* venue;
    SaleStatus status;
    std::uint64_t free;
  };
  // Those of an organisation's concerts, by start.
  std::vector<Listed> shows_of(std::uint64_t organisation) const;

  // A concert by id or slug, with its first show and its last.
  struct Shared {
    const ConcertText* text;
    const Show *first, *last;
    const VenueText *venue, *last_venue;
    std::vector<std::string> cities;  // in the order of its shows
  };
  std::optional<Shared> shared(std::string_view id_or_slug) const;
  std::vector<std::string> slugs() const;

  const ConcertText* concert_of(ShowId id) const;
  const VenueText* venue_of(ShowId id) const;
  std::shared_ptr<const Show> find(ShowId id) const;

 private:
  using Seatings = std::array<std::shared_ptr<const http::PreparedSet>, 2>;  // by SeatingForm
  struct Entry {
    std::shared_ptr<const Show> show;
    VenueText venue;
    SaleStatus status{};
    bool few_left = false;
    std::shared_ptr<const http::PreparedSet> answer;
    Seatings seating;
  };
  struct Concert {
    ConcertText text;
    std::vector<ShowId> shows;  // by start
    SaleStatus status{};
    std::string card, folded;  // folded: what a search looks into
    std::shared_ptr<const http::PreparedSet> answer;
  };
  void build_show(Entry& entry);
  void build_concert(Concert& concert);
  std::string show_card(const Entry& entry) const;

  FreePlaces free_places_;
  std::unordered_map<ShowId, Entry> shows_;
  std::vector<Concert> concerts_;                         // by first show
  std::unordered_map<std::string, std::size_t> by_name_;  // id and slug
  std::shared_ptr<const http::PreparedSet> first_page_;
};

// ASCII letters to lower case.
std::string folded(std::string_view text);

}  // namespace gelora::booking
