#include "booking/storage/plans.hpp"

#include <boost/json.hpp>

namespace gelora::booking {
namespace {

namespace json = boost::json;
using mysql::i64, mysql::u64, mysql::text, mysql::instant;

constexpr auto select_venues =
    "SELECT id, name, city, timezone, address, organisation_id FROM venues WHERE organisation_id IN (0, ?) ORDER BY "
    "organisation_id = 0, city, "
    "name, "
    "id LIMIT 500";
constexpr auto insert_venue =
    "INSERT INTO venues (id, slug, name, city, timezone, address, organisation_id) VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr auto lock_venue = "SELECT city, timezone, name, address FROM venues WHERE id = ? AND organisation_id = ? FOR UPDATE";
constexpr auto select_planned_there =
    "SELECT 1 FROM shows s JOIN seating_plans p ON p.id = s.plan_id WHERE p.venue_id = ? LIMIT 1";
constexpr auto update_venue = "UPDATE venues SET name = ?, city = ?, timezone = ?, address = ? WHERE id = ?";
// What is said of a venue on the pages of its concerts is read again.
constexpr auto renew_concerts =
    "UPDATE concerts c SET c.city = IF(c.city = ?, ?, c.city), c.revision = c.revision + 1 WHERE c.id IN (SELECT s.concert_id "
    "FROM "
    "shows s JOIN seating_plans p ON p.id = s.plan_id WHERE p.venue_id = ?)";
constexpr auto select_in_use = "SELECT 1 FROM shows s JOIN seating_plans p ON p.id = s.plan_id WHERE p.draft_id = ? LIMIT 1";
constexpr auto delete_versions = "DELETE FROM seating_plans WHERE draft_id = ?";
constexpr auto delete_draft = "DELETE FROM plan_drafts WHERE id = ?";
constexpr unsigned row_is_referenced = 1451;

#define DRAFT_COLUMNS                                                                                                           \
  "SELECT d.id, d.name, v.id, v.name, v.city, v.timezone, v.address, d.faults, d.places, d.revision, (SELECT COUNT(*) FROM "    \
  "seating_plans p WHERE p.draft_id = d.id), COALESCE(d.published_revision = d.revision, 0), d.updated_at_us FROM plan_drafts " \
  "d "                                                                                                                          \
  "JOIN venues v ON v.id = d.venue_id "
constexpr auto select_drafts = DRAFT_COLUMNS "WHERE d.organisation_id = ? ORDER BY d.id DESC LIMIT 500";
constexpr auto select_draft = DRAFT_COLUMNS "WHERE d.organisation_id = ? AND d.id = ?";
constexpr auto select_versions =
    "SELECT id, version_no, places, published_at_us FROM seating_plans WHERE draft_id = ? ORDER BY version_no DESC LIMIT 500";
constexpr auto select_document = "SELECT document FROM plan_drafts WHERE organisation_id = ? AND id = ?";
constexpr auto insert_draft =
    "INSERT INTO plan_drafts (id, organisation_id, venue_id, name, document, faults, places, updated_at_us, updated_by) SELECT "
    "?, "
    "?, v.id, ?, ?, ?, ?, ?, ? FROM venues v WHERE v.id = ? AND v.organisation_id IN (0, ?)";
constexpr auto lock_draft =
    "SELECT revision, published_revision, venue_id, name, places, faults FROM plan_drafts WHERE id = ? AND organisation_id = ? "
    "FOR "
    "UPDATE";
constexpr auto update_draft =
    "UPDATE plan_drafts SET name = ?, document = ?, faults = ?, places = ?, revision = revision + 1, updated_at_us = ?, "
    "updated_by "
    "= ? WHERE id = ?";
constexpr auto insert_version =
    "INSERT INTO seating_plans (id, venue_id, slug, name, document, organisation_id, draft_id, version_no, places, "
    "published_at_us) SELECT ?, ?, ?, ?, ?, ?, ?, COALESCE(MAX(version_no), 0) + 1, ?, ? FROM seating_plans WHERE draft_id = ?";
constexpr auto set_published = "UPDATE plan_drafts SET published_revision = revision WHERE id = ?";

PlanDraft draft_of(mysql::RowView row) {
  return {{u64(row.at(0))},
          text(row.at(1)),
          {{u64(row.at(2))}, text(row.at(3)), text(row.at(4)), text(row.at(5)), text(row.at(6))},
          text(row.at(7)),
          u64(row.at(8)),
          u64(row.at(9)),
          static_cast<std::uint64_t>(i64(row.at(10))),
          i64(row.at(11)) != 0,
          instant(row.at(12))};
}

json::object text_of(const VenueText& venue) {
  return {{"id", venue.id.text()},
          {"name", venue.name},
          {"city", venue.city},
          {"timezone", venue.timezone},
          {"address", venue.address}};
}

// What it says of itself; the drawing is told by how many places it has, and what is wrong with it.
json::object text_of(PlanDraftId id, const PlanContent& content, std::uint64_t version) {
  return {{"id", id.text()},
          {"name", content.name},
          {"places", content.places},
          {"faults", json::parse(content.faults).as_array().size()},
          {"_version", version}};
}

// Of a draft that was locked.
json::object text_of(PlanDraftId id, mysql::RowView row) {
  return text_of(id, {text(row.at(3)), {}, text(row.at(5)), u64(row.at(4))}, u64(row.at(0)));
}

Task<> note(mysql::Connection& db, IdGenerator& ids, Author author, std::string event, json::value before, json::value after) {
  CatalogueChange change{std::move(event), {}, {}, std::move(before), std::move(after)};
  co_await note_change(db, ids, author, std::move(change));
}

}  // namespace

Task<std::vector<KnownVenue>> list_venues(mysql::Pool& pool, std::uint64_t organisation) {
  const auto found = co_await pool.query(select_venues, organisation);
  std::vector<KnownVenue> venues;
  for (const auto row : found.rows()) {
    venues.push_back(
        {{{u64(row.at(0))}, text(row.at(1)), text(row.at(2)), text(row.at(3)), text(row.at(4))}, u64(row.at(5)) == organisation});
  }
  co_return venues;
}

Task<VenueId> create_venue(mysql::Pool& pool, IdGenerator& ids, Author author, VenueText venue) {
  venue.id = ids.make<VenueId>(author.now);
  auto body = [&](mysql::Connection& db) -> Task<> {
    co_await db.query(insert_venue, venue.id, "venue-" + venue.id.text(), venue.name, venue.city, venue.timezone, venue.address,
                      author.organisation);
    co_await note(db, ids, author, "venue_created", nullptr, text_of(venue));
  };
  co_await pool.transaction(body);
  co_return venue.id;
}

Task<VenueSaved> save_venue(mysql::Pool& pool, IdGenerator& ids, Author author, VenueText venue) {
  auto body = [&](mysql::Connection& db) -> Task<VenueSaved> {
    const auto mine = co_await db.query(lock_venue, venue.id, author.organisation);
    if (mine.rows().empty()) co_return VenueSaved::not_there;
    const auto row = mine.rows().at(0);
    const VenueText was{venue.id, text(row.at(2)), text(row.at(0)), text(row.at(1)), text(row.at(3))};
    if (was.timezone != venue.timezone) {
      const auto planned = co_await db.query(select_planned_there, venue.id);
      if (!planned.rows().empty()) co_return VenueSaved::would_move_shows;
    }
    co_await db.query(update_venue, venue.name, venue.city, venue.timezone, venue.address, venue.id);
    co_await db.query(renew_concerts, was.city, venue.city, venue.id);
    co_await note(db, ids, author, "venue_changed", text_of(was), text_of(venue));
    co_return VenueSaved::saved;
  };
  co_return co_await pool.transaction(body);
}

Task<std::vector<PlanDraft>> list_plan_drafts(mysql::Pool& pool, std::uint64_t organisation) {
  const auto found = co_await pool.query(select_drafts, organisation);
  std::vector<PlanDraft> drafts;
  for (const auto row : found.rows()) drafts.push_back(draft_of(row));
  co_return drafts;
}

Task<std::optional<PlanDraft>> find_plan_draft(mysql::Pool& pool, std::uint64_t organisation, PlanDraftId id) {
  const auto found = co_await pool.query(select_draft, organisation, id);
  if (found.rows().empty()) co_return std::nullopt;
  co_return draft_of(found.rows().at(0));
}

Task<std::vector<PlanVersion>> list_plan_versions(mysql::Pool& pool, PlanDraftId id) {
  const auto found = co_await pool.query(select_versions, id);
  std::vector<PlanVersion> versions;
  for (const auto row : found.rows()) versions.push_back({{u64(row.at(0))}, u64(row.at(1)), u64(row.at(2)), instant(row.at(3))});
  co_return versions;
}

Task<std::string> plan_document(mysql::Pool& pool, std::uint64_t organisation, PlanDraftId id) {
  const auto found = co_await pool.query(select_document, organisation, id);
  co_return found.rows().empty() ? std::string{} : text(found.rows().at(0).at(0));
}

Task<std::optional<PlanDraftId>> create_plan(mysql::Pool& pool, IdGenerator& ids, Author author, VenueId venue,
                                             PlanContent content) {
  const PlanDraftId id = ids.make<PlanDraftId>(author.now);
  auto body = [&](mysql::Connection& db) -> Task<bool> {
    const auto made = co_await db.query(insert_draft, id, author.organisation, content.name, content.document, content.faults,
                                        content.places, author.now, author.user, venue, author.organisation);
    if (made.affected_rows() == 0) co_return false;
    co_await note(db, ids, author, "plan_created", nullptr, text_of(id, content, 0));
    co_return true;
  };
  const bool made = co_await pool.transaction(body);
  if (!made) co_return std::nullopt;
  co_return id;
}

Task<Saved> save_plan(mysql::Pool& pool, IdGenerator& ids, Author author, PlanDraftId id, std::uint64_t version,
                      PlanContent content) {
  auto body = [&](mysql::Connection& db) -> Task<Saved> {
    const auto mine = co_await db.query(lock_draft, id, author.organisation);
    if (mine.rows().empty()) co_return Saved::not_there;
    if (u64(mine.rows().at(0).at(0)) != version) co_return Saved::stale;
    co_await db.query(update_draft, content.name, content.document, content.faults, content.places, author.now, author.user, id);
    CatalogueChange change{"plan_changed", {}, {}, text_of(id, mine.rows().at(0)), text_of(id, content, version + 1)};
    co_await note_drawing(db, ids, author, std::move(change));
    co_return Saved::saved;
  };
  co_return co_await pool.transaction(body);
}

Task<Removed> delete_plan(mysql::Pool& pool, IdGenerator& ids, Author author, PlanDraftId id) {
  auto body = [&](mysql::Connection& db) -> Task<Removed> {
    const auto mine = co_await db.query(lock_draft, id, author.organisation);
    if (mine.rows().empty()) co_return Removed::not_there;
    const auto in_use = co_await db.query(select_in_use, id);
    if (!in_use.rows().empty()) co_return Removed::in_use;
    try {
      co_await db.query(delete_versions, id);
    } catch (const mysql::Fault& fault) {
      if (fault.code != row_is_referenced) throw;
      co_return Removed::in_use;  // of a show that was made meanwhile
    }
    co_await db.query(delete_draft, id);
    co_await note(db, ids, author, "plan_deleted", text_of(id, mine.rows().at(0)), nullptr);
    co_return Removed::removed;
  };
  co_return co_await pool.transaction(body);
}

Task<Saved> publish_plan(mysql::Pool& pool, IdGenerator& ids, Author author, PlanDraftId id, std::uint64_t version,
                         PlanContent content) {
  auto body = [&](mysql::Connection& db) -> Task<Saved> {
    const auto mine = co_await db.query(lock_draft, id, author.organisation);
    if (mine.rows().empty()) co_return Saved::not_there;
    const auto row = mine.rows().at(0);
    if (u64(row.at(0)) != version) co_return Saved::stale;
    if (!row.at(1).is_null() && u64(row.at(1)) == version) co_return Saved::saved;
    const PlanId plan = ids.make<PlanId>(author.now);
    const std::uint64_t venue = u64(row.at(2));
    co_await db.query(insert_version, plan, venue, "plan-" + plan.text(), content.name, content.document, author.organisation, id,
                      content.places, author.now, id);
    co_await db.query(set_published, id);
    auto before = text_of(id, row), after = before;
    before["published"] = !row.at(1).is_null();
    after["published"] = true;
    after["_plan_id"] = plan.text();
    co_await note(db, ids, author, "plan_published", std::move(before), std::move(after));
    co_return Saved::saved;
  };
  co_return co_await pool.transaction(body);
}

}  // namespace gelora::booking
