// Venues and seating plans of organisations: drafts, which change, and the versions that are published of them, which never do.
// Every statement is scoped to the organisation.
#pragma once
#include "booking/storage/drafts.hpp"

namespace gelora::booking {

struct PlanDraft {
  PlanDraftId id;
  std::string name;
  VenueText venue;
  std::string faults;  // JSON
  std::uint64_t places = 0, version = 0;
  std::uint64_t versions = 0;  // published ones
  bool published = false;      // as it is now
  Instant updated_at;
};

struct PlanVersion {
  PlanId id;
  std::uint64_t number = 0, places = 0;
  Instant published_at;
};

// What a draft holds: the document and what was found in it.
struct PlanContent {
  std::string name, document, faults;
  std::uint64_t places = 0;
};

struct KnownVenue {
  VenueText text;
  bool own = false;  // not everybody's
};
Task<std::vector<KnownVenue>> list_venues(mysql::Pool& pool, std::uint64_t organisation);
Task<VenueId> create_venue(mysql::Pool& pool, IdGenerator& ids, Author author, VenueText venue);
// One of the organisation's own. Another time zone would move the shows that are planned in it.
enum class VenueSaved { saved, not_there, would_move_shows };
Task<VenueSaved> save_venue(mysql::Pool& pool, IdGenerator& ids, Author author, VenueText venue);

Task<std::vector<PlanDraft>> list_plan_drafts(mysql::Pool& pool, std::uint64_t organisation);
Task<std::optional<PlanDraft>> find_plan_draft(mysql::Pool& pool, std::uint64_t organisation, PlanDraftId id);
Task<std::vector<PlanVersion>> list_plan_versions(mysql::Pool& pool, PlanDraftId id);
// The draft's document; empty when the organisation has no such plan.
Task<std::string> plan_document(mysql::Pool& pool, std::uint64_t organisation, PlanDraftId id);
// Nothing when the organisation may use no such venue.
Task<std::optional<PlanDraftId>> create_plan(mysql::Pool& pool, IdGenerator& ids, Author author, VenueId venue,
                                             PlanContent content);
// Over `version`, which it was made of.
Task<Saved> save_plan(mysql::Pool& pool, IdGenerator& ids, Author author, PlanDraftId id, std::uint64_t version,
                      PlanContent content);
// With its versions; in use while a show is in one of them.
Task<Removed> delete_plan(mysql::Pool& pool, IdGenerator& ids, Author author, PlanDraftId id);
// `document` is published as the next version of what the draft is at `version`; once that is done, again changes nothing.
Task<Saved> publish_plan(mysql::Pool& pool, IdGenerator& ids, Author author, PlanDraftId id, std::uint64_t version,
                         PlanContent content);

}  // namespace gelora::booking
