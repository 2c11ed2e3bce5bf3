#include "user/storage/organisations.hpp"

namespace gelora::user {
namespace {

using mysql::instant, mysql::text, mysql::u64;

constexpr auto select_of_user =
    "SELECT o.id, o.name, m.role, m.shows, o.created_at_us FROM members m JOIN organisations o ON o.id = m.organisation_id WHERE "
    "m.user_id = ? "
    "ORDER BY o.id";
constexpr auto select_one =
    "SELECT o.id, o.name, m.role, m.shows, o.created_at_us FROM organisations o LEFT JOIN members m ON m.organisation_id = o.id "
    "AND "
    "m.user_id "
    "= ? WHERE o.id = ? AND (m.role IS NOT NULL OR ?)";
constexpr auto select_members =
    "SELECT m.user_id, u.name, u.email, m.role, m.shows, m.since_us, "
    "EXISTS (SELECT 1 FROM totp t WHERE t.user_id = m.user_id AND t.confirmed_at_us IS NOT NULL) OR "
    "EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = m.user_id) "
    "FROM members m JOIN users u ON u.id = m.user_id "
    "JOIN members asking ON asking.organisation_id = m.organisation_id AND asking.user_id = ? AND asking.role IN ('owner', "
    "'manager') AND asking.shows = '' "
    "WHERE m.organisation_id = ? ORDER BY m.since_us, m.user_id LIMIT 1000";
constexpr auto lock_rows_of_user =
    "SELECT o.id FROM organisations o WHERE o.id IN (SELECT organisation_id FROM members WHERE user_id = ?) ORDER BY o.id FOR "
    "UPDATE";
constexpr auto lock_row = "SELECT id FROM organisations WHERE id = ? FOR UPDATE";
constexpr auto select_name = "SELECT name FROM organisations WHERE id = ?";
constexpr auto select_rights = "SELECT role, shows FROM members WHERE organisation_id = ? AND user_id = ?";
constexpr auto insert_row = "INSERT INTO organisations (id, name, created_at_us) VALUES (?, ?, ?)";
constexpr auto update_name =
    "UPDATE organisations SET name = ? WHERE id = ? AND EXISTS (SELECT 1 FROM members WHERE organisation_id = organisations.id "
    "AND "
    "user_id = ? AND role = 'owner')";
constexpr auto upsert_member =
    "INSERT INTO members (organisation_id, user_id, role, shows, since_us) VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE role = "
    "VALUES(role), shows = VALUES(shows)";
constexpr auto delete_one_member = "DELETE FROM members WHERE organisation_id = ? AND user_id = ?";
constexpr auto count_owners_of = "SELECT COUNT(*) FROM members WHERE organisation_id = ? AND role = 'owner'";
constexpr auto count_owned_by = "SELECT COUNT(*) FROM members WHERE user_id = ? AND role = 'owner'";
constexpr auto count_members_of_user = "SELECT COUNT(*) FROM members WHERE user_id = ?";
constexpr auto count_alone =
    "SELECT COUNT(*) FROM members m WHERE m.user_id = ? AND m.role = 'owner' AND NOT EXISTS (SELECT 1 FROM members other WHERE "
    "other.organisation_id = m.organisation_id AND other.role = 'owner' AND other.user_id <> m.user_id) AND EXISTS (SELECT 1 "
    "FROM "
    "members other WHERE other.organisation_id = m.organisation_id AND other.user_id <> m.user_id)";
constexpr auto select_of_one =
    "SELECT m.organisation_id FROM members m WHERE m.user_id = ? AND NOT EXISTS (SELECT 1 FROM members other WHERE "
    "other.organisation_id = m.organisation_id AND other.user_id <> m.user_id)";
constexpr auto delete_invitations = "DELETE FROM invitations WHERE organisation_id = ?";
constexpr auto select_member_by_email =
    "SELECT 1 FROM members m JOIN users u ON u.id = m.user_id WHERE m.organisation_id = ? AND u.email_key = ?";

constexpr auto select_invitations =
    "SELECT i.id, i.organisation_id, i.email, i.email_key, i.role, i.shows, i.created_at_us, i.expires_at_us FROM invitations i "
    "JOIN members asking ON asking.organisation_id = i.organisation_id AND asking.user_id = ? AND asking.role IN ('owner', "
    "'manager') AND asking.shows = '' "
    "WHERE i.organisation_id = ? AND i.expires_at_us > ? ORDER BY i.id DESC LIMIT 100";
constexpr auto replace_invitation =
    "REPLACE INTO invitations (id, organisation_id, email, email_key, role, shows, token_hash, created_by, created_at_us, "
    "expires_at_us) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto count_invitations_of = "SELECT COUNT(*) FROM invitations WHERE organisation_id = ?";
constexpr auto select_invitation =
    "SELECT id, organisation_id, email, email_key, role, shows, created_at_us, expires_at_us FROM invitations WHERE id = ? AND "
    "organisation_id = ?";
constexpr auto select_invitation_of_link =
    "SELECT id, organisation_id, email, email_key, role, shows, created_at_us, expires_at_us FROM invitations WHERE token_hash = "
    "? AND "
    "email_key = ? AND expires_at_us > ?";
constexpr auto delete_invitations_by = "DELETE FROM invitations WHERE organisation_id = ? AND created_by = ?";
constexpr auto delete_one_invitation = "DELETE FROM invitations WHERE id = ?";
constexpr auto sweep_rows = "DELETE FROM invitations WHERE expires_at_us <= ? LIMIT 1000";

// Of two columns, the first of them at `at`.
Rights rights(mysql::RowView row, std::size_t at) { return {*parse_role(text(row.at(at))), parse_shows(text(row.at(at + 1)))}; }

Organisation read_organisation(mysql::RowView row) {
  std::optional<Rights> mine;
  if (!row.at(2).is_null()) mine = rights(row, 2);
  return {{u64(row.at(0))}, text(row.at(1)), std::move(mine), instant(row.at(4))};
}

Invitation read_invitation(mysql::RowView row) {
  return {{u64(row.at(0))}, {u64(row.at(1))},   {text(row.at(2)), text(row.at(3))},
          rights(row, 4),   instant(row.at(6)), instant(row.at(7))};
}

std::optional<Invitation> first_invitation(const mysql::Results& found) {
  if (found.rows().empty()) return std::nullopt;
  return read_invitation(found.rows().at(0));
}

std::uint64_t count(const mysql::Results& found) { return u64(found.rows().at(0).at(0)); }

}  // namespace

Task<std::vector<Organisation>> list_organisations(mysql::Pool& pool, UserId user) {
  const auto found = co_await pool.query(select_of_user, user);
  std::vector<Organisation> all;
  for (const auto row : found.rows()) all.push_back(read_organisation(row));
  co_return all;
}

Task<std::optional<Organisation>> find_organisation(mysql::Pool& pool, OrganisationId id, UserId asking, bool for_admin) {
  const int anybody = for_admin ? 1 : 0;
  const auto found = co_await pool.query(select_one, asking, id, anybody);
  if (found.rows().empty()) co_return std::nullopt;
  co_return read_organisation(found.rows().at(0));
}

Task<std::vector<Member>> list_members(mysql::Pool& pool, OrganisationId id, UserId asking) {
  const auto found = co_await pool.query(select_members, asking, id);
  std::vector<Member> members;
  for (const auto row : found.rows())
    members.push_back(
        {{u64(row.at(0))}, text(row.at(1)), text(row.at(2)), rights(row, 3), instant(row.at(5)), u64(row.at(6)) != 0});
  co_return members;
}

Task<bool> lock_organisation(mysql::Connection& db, OrganisationId id) {
  const auto found = co_await db.query(lock_row, id);
  co_return !found.rows().empty();
}

Task<> lock_organisations_of(mysql::Connection& db, UserId user) { co_await db.query(lock_rows_of_user, user); }

Task<std::string> name_of_organisation(mysql::Connection& db, OrganisationId id) {
  const auto found = co_await db.query(select_name, id);
  co_return text(found.rows().at(0).at(0));
}

Task<std::optional<Rights>> rights_of(mysql::Connection& db, OrganisationId id, UserId user) {
  const auto found = co_await db.query(select_rights, id, user);
  if (found.rows().empty()) co_return std::nullopt;
  co_return rights(found.rows().at(0), 0);
}

Task<> insert_organisation(mysql::Connection& db, OrganisationId id, std::string name, Instant now) {
  co_await db.query(insert_row, id, name, now);
}

Task<bool> rename_organisation(mysql::Connection& db, OrganisationId id, std::string name, UserId owner) {
  const auto rights = co_await rights_of(db, id, owner);
  if (!rights || rights->role != Role::owner) co_return false;
  co_await db.query(update_name, name, id, owner);
  co_return true;
}

Task<> put_member(mysql::Connection& db, OrganisationId id, UserId user, Rights rights, Instant now) {
  co_await db.query(upsert_member, id, user, name_of(rights.role), text_of(rights.shows), now);
}

Task<> delete_member(mysql::Connection& db, OrganisationId id, UserId user) { co_await db.query(delete_one_member, id, user); }

Task<std::uint64_t> count_owners(mysql::Connection& db, OrganisationId id) {
  co_return count(co_await db.query(count_owners_of, id));
}
Task<std::uint64_t> count_owned(mysql::Connection& db, UserId user) { co_return count(co_await db.query(count_owned_by, user)); }
Task<std::uint64_t> count_memberships(mysql::Connection& db, UserId user) {
  co_return count(co_await db.query(count_members_of_user, user));
}
Task<std::uint64_t> count_owned_alone(mysql::Connection& db, UserId user) {
  co_return count(co_await db.query(count_alone, user));
}

Task<std::vector<OrganisationId>> organisations_of_one(mysql::Connection& db, UserId user) {
  const auto found = co_await db.query(select_of_one, user);
  std::vector<OrganisationId> all;
  for (const auto row : found.rows()) all.push_back({u64(row.at(0))});
  co_return all;
}

Task<> drop_invitations_by(mysql::Connection& db, OrganisationId id, UserId by) {
  co_await db.query(delete_invitations_by, id, by);
}

Task<> drop_invitations(mysql::Connection& db, OrganisationId id) { co_await db.query(delete_invitations, id); }

Task<bool> is_member_by_email(mysql::Connection& db, OrganisationId id, std::string email_key) {
  const auto found = co_await db.query(select_member_by_email, id, email_key);
  co_return !found.rows().empty();
}

Task<std::vector<Invitation>> list_invitations(mysql::Pool& pool, OrganisationId id, UserId asking, Instant now) {
  const auto found = co_await pool.query(select_invitations, asking, id, now);
  std::vector<Invitation> all;
  for (const auto row : found.rows()) all.push_back(read_invitation(row));
  co_return all;
}

Task<> put_invitation(mysql::Connection& db, Invitation one, std::string token_hash, UserId by) {
  co_await db.query(replace_invitation, one.id, one.organisation, one.email.address, one.email.key, name_of(one.rights.role),
                    text_of(one.rights.shows), token_hash, by, one.created_at, one.expires_at);
}

Task<std::uint64_t> count_invitations(mysql::Connection& db, OrganisationId id) {
  co_return count(co_await db.query(count_invitations_of, id));
}

Task<std::optional<Invitation>> find_invitation(mysql::Connection& db, OrganisationId organisation, InvitationId id) {
  co_return first_invitation(co_await db.query(select_invitation, id, organisation));
}

Task<std::optional<Invitation>> find_invitation(mysql::Connection& db, std::string token_hash, std::string email_key,
                                                Instant now) {
  co_return first_invitation(co_await db.query(select_invitation_of_link, token_hash, email_key, now));
}

Task<bool> delete_invitation(mysql::Connection& db, InvitationId id) {
  const auto done = co_await db.query(delete_one_invitation, id);
  co_return done.affected_rows() == 1;
}

Task<std::uint64_t> sweep_invitations(mysql::Pool& pool, Instant now) {
  const auto done = co_await pool.query(sweep_rows, now);
  co_return done.affected_rows();
}

}  // namespace gelora::user
