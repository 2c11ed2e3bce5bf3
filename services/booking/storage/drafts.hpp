// Concerts and shows as their organisers write them, drafts and published ones. Every statement is scoped to the organisation,
// and every change leaves a row of what was before and after.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "booking/storage/catalogue.hpp"
#include "booking/storage/catalogue_changes.hpp"

namespace gelora::booking {

struct ConcertDraft {
  ConcertId id;
  std::string slug, title, artist, genre;
  std::string description, colours;  // JSON
  std::string poster;                // empty: none
  std::uint32_t poster_seed = 0;
  std::uint64_t version = 0;
  Instant updated_at;
  std::uint64_t shows = 0, published = 0;
};

struct PlanText {
  PlanId id;
  std::string name;
  VenueText venue;
  std::uint64_t version_no = 0;  // of an organisation's own plan; 0: of one that is everybody's
};

struct ShowTerms {
  struct Price {
    std::int64_t price_minor = 0, fee_minor = 0;
  };
  PlanText plan;
  Instant opens_at;
  Duration closes_before_start{};
  Currency currency{};
  std::uint32_t max_tickets = 6, hold_ttl_s = 600, pay_ttl_s = 900;
  std::vector<Price> zones;  // by zone of the plan
};

struct ShowDraft {
  ShowId id;
  ConcertId concert;
  Instant starts_at;
  ShowTerms terms;
  ShowState state = ShowState::as_planned;
  bool published = false, was_published = false;  // was: ever, or is
  std::optional<Instant> presale_opens_at;        // read only
  std::uint64_t version = 0;
  Instant updated_at;
};

enum class Saved { saved, not_there, stale };
enum class Removed { removed, not_there, in_use };

// What a show of the organisation can be in: everybody's plans, and the newest version of each of its own.
Task<std::vector<PlanText>> list_plans(mysql::Pool& pool, std::uint64_t organisation);
// Everybody's, or any version of its own.
Task<std::optional<PlanText>> find_plan(mysql::Pool& pool, std::uint64_t organisation, PlanId id);
// The hall of a plan; none when there is no such plan.
Task<std::shared_ptr<const Hall>> find_hall(mysql::Pool& pool, Halls& halls, PlanId plan);

Task<std::vector<ConcertDraft>> list_concert_drafts(mysql::Pool& pool, std::uint64_t organisation);
Task<std::optional<ConcertDraft>> find_concert_draft(mysql::Pool& pool, std::uint64_t organisation, ConcertId id);
// Its slug gets the id at its end when another concert has it.
Task<> create_concert(mysql::Pool& pool, IdGenerator& ids, Author author, ConcertDraft draft);
// Writes all of it over the version that `draft` was made of.
Task<Saved> save_concert(mysql::Pool& pool, IdGenerator& ids, Author author, ConcertDraft draft);

// With its drafts of shows; in use once one of them was published, ever.
Task<Removed> delete_concert(mysql::Pool& pool, IdGenerator& ids, Author author, ConcertId id);

// The hash of a picture that is kept, empty for none; false when the organisation has no such concert.
Task<bool> set_poster(mysql::Pool& pool, IdGenerator& ids, Author author, ConcertId id, std::string poster);

Task<std::vector<ShowDraft>> list_show_drafts(mysql::Pool& pool, std::uint64_t organisation, ConcertId concert);
Task<std::optional<ShowDraft>> find_show_draft(mysql::Pool& pool, std::uint64_t organisation, ShowId id);
// One show a date, all or none. Empty when the organisation has no such concert.
Task<std::vector<ShowId>> create_shows(mysql::Pool& pool, IdGenerator& ids, Author author, ConcertId concert, ShowTerms terms,
                                       std::vector<Instant> dates);
// As create_shows; the copies have the rules of `id` too.
Task<std::vector<ShowId>> copy_show(mysql::Pool& pool, IdGenerator& ids, Author author, ShowDraft original,
                                    std::vector<Instant> dates);
Task<Saved> save_show(mysql::Pool& pool, IdGenerator& ids, Author author, ShowDraft draft);

// How many places of a standing zone, by its index, may be taken once it is sold. Its number was to be `was`, else it is stale,
// and `current` says what it is. Not there: or published, so that its desk decides. The same number again changes nothing.
struct DraftCapacity {
  Saved saved = Saved::not_there;
  std::uint32_t current = 0;
};
Task<DraftCapacity> save_draft_capacity(mysql::Pool& pool, IdGenerator& ids, Author author, std::shared_ptr<const Show> draft,
                                        seats::ZoneIndex zone, std::uint32_t capacity, std::uint32_t was);

// A draft that was never published.
Task<Removed> delete_show(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId id);

// From here on it can be sold; false when it is not there.
Task<bool> publish_show(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId id);
struct Withdrawal {
  bool done = false;
  std::uint64_t taken = 0;  // places held or sold, which keep it where it is
};
// Whoever sells it is stopped by its lease before the places are counted. Nothing when it is not there.
Task<std::optional<Withdrawal>> withdraw_show(mysql::Pool& pool, IdGenerator& ids, Author author, ShowId id);
// A published show gets another date, its sale the same time before; who has tickets is owed a mail. As save_show.
Task<Saved> move_show(mysql::Pool& pool, IdGenerator& ids, Author author, ShowDraft show, Instant to);

// Owes mails to ticket holders of shows that were moved, some at a time. How many.
Task<std::size_t> owe_move_notices(mysql::Pool& pool, IdGenerator& ids, Instant now);

}  // namespace gelora::booking
