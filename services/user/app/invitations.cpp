#include "user/app/mails.hpp"
#include "user/app/organisations.hpp"
#include "user/app/random.hpp"
#include "user/storage/accounts.hpp"

namespace gelora::user {

using namespace std::chrono_literals;

Task<InviteOutcome> invite(App& app, OrganisationId id, UserId by, Email email, Rights rights) {
  const Instant now = app.clock.now();
  const std::string token = new_link_token();
  const Invitation invitation{app.ids.make<InvitationId>(now), id, std::move(email), std::move(rights), now, now + 7 * 24h};
  auto body = [&app, id, by, invitation, token, now](mysql::Connection& db) -> Task<InviteOutcome> {
    const bool there = co_await lock_organisation(db, id);
    const auto mine = co_await rights_of(db, id, by);
    if (!there || !mine || !may_give(*mine, invitation.rights.role)) co_return NotYours{};
    const bool member = co_await is_member_by_email(db, id, invitation.email.key);
    if (member) co_return MemberAlready{};
    const auto waiting = co_await count_invitations(db, id);
    if (waiting >= most_invitations) co_return TooMany{most_invitations};
    const auto inviting = co_await find_account(db, by);
    const auto name = co_await name_of_organisation(db, id);
    co_await put_invitation(db, invitation, hash_of_link_token(token), by);
    const Locale locale = inviting ? inviting->account.locale : Locale::id;
    auto mail =
        invitation_mail(invitation.email, locale, name, invitation.rights.role, app.public_url + "/invitation?token=" + token);
    co_await mail::put(db, app.ids.next(now), std::move(mail), now);
    AuditEvent event{
        "member_invited", {}, by, id.value, "invitation=" + invitation.id.text() + " role=" + words_of(invitation.rights)};
    co_await app.audit(db, std::move(event), now);
    co_return invitation;
  };
  auto outcome = co_await app.pool.transaction(body);
  app.mails.nudge();
  co_return outcome;
}

Task<WithdrawOutcome> withdraw_invitation(App& app, OrganisationId id, UserId by, InvitationId invitation) {
  auto body = [&app, id, by, invitation, now = app.clock.now()](mysql::Connection& db) -> Task<WithdrawOutcome> {
    const auto mine = co_await rights_of(db, id, by);
    const auto found = co_await find_invitation(db, id, invitation);
    if (!mine || !found || !may_give(*mine, found->rights.role)) co_return NotYours{};
    const bool gone = co_await delete_invitation(db, invitation);
    if (!gone) co_return NotYours{};
    AuditEvent event{
        "invitation_withdrawn", {}, by, id.value, "invitation=" + invitation.text() + " from=" + words_of(found->rights)};
    co_await app.audit(db, std::move(event), now);
    co_return Done{};
  };
  co_return co_await app.pool.transaction(body);
}

Task<AcceptOutcome> accept_invitation(App& app, UserId by, std::string token) {
  const auto stored = co_await find_account(app.pool, by);
  if (!stored) co_return TokenExpired{};
  struct Accepted {
    OrganisationId organisation;
  };
  using Outcome = std::variant<Accepted, TokenExpired, TooMany>;
  auto body = [&app, account = stored->account, token, now = app.clock.now()](mysql::Connection& db) -> Task<Outcome> {
    co_await lock_user(db, account.id);
    const auto found = co_await find_invitation(db, hash_of_link_token(token), account.email.key, now);
    if (!found) co_return TokenExpired{};
    const auto jobs = co_await count_memberships(db, account.id);
    if (jobs >= most_memberships) co_return TooMany{most_memberships};
    const auto present = co_await find_account(db, account.id);
    if (!present) co_return TokenExpired{};
    if (count_shows(present->memberships) + found->rights.shows.size() > most_shows_of_person)
      co_return TooMany{most_shows_of_person};
    const bool taken = co_await delete_invitation(db, found->id);
    if (!taken) co_return TokenExpired{};
    co_await put_member(db, found->organisation, account.id, found->rights, now);
    AuditEvent event{"invitation_accepted", account.id, account.id, found->organisation.value,
                     "invitation=" + found->id.text() + " role=" + words_of(found->rights)};
    co_await app.audit(db, std::move(event), now);
    co_return Accepted{found->organisation};
  };
  const auto outcome = co_await app.pool.transaction(body);
  if (const auto* many = std::get_if<TooMany>(&outcome)) co_return *many;
  if (!std::holds_alternative<Accepted>(outcome)) co_return TokenExpired{};
  auto organisation = co_await find_organisation(app.pool, std::get<Accepted>(outcome).organisation, by, false);
  if (!organisation) co_return TokenExpired{};
  co_return std::move(*organisation);
}

}  // namespace gelora::user
