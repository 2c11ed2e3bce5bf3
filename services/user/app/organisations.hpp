// Use cases: organisations, the people who work for them, invitations. What is not for the one who asks does not exist.
#pragma once
#include <string>
#include <variant>

#include "user/app/app.hpp"
#include "user/storage/organisations.hpp"

namespace gelora::user {

struct NotYours {};   // no such organisation, member, invitation, or not with your role
struct LastOwner {};  // somebody has to own it
struct Done {};

using FoundOutcome = std::variant<Organisation, TooMany>;
Task<FoundOutcome> found_organisation(App& app, UserId by, std::string name);

using RenameOutcome = std::variant<Organisation, NotYours>;
Task<RenameOutcome> rename(App& app, OrganisationId id, UserId by, std::string name);

// Without `shows` they stay as they are; of an owner they are all. Tokens from before are void within a second.
using ChangeMemberOutcome = std::variant<Member, NotYours, LastOwner, TooMany>;
Task<ChangeMemberOutcome> change_member(App& app, OrganisationId id, UserId by, UserId member, Role role,
                                        std::optional<std::vector<std::uint64_t>> shows);
using RemoveMemberOutcome = std::variant<Done, NotYours, LastOwner>;
Task<RemoveMemberOutcome> remove_member(App& app, OrganisationId id, UserId by, UserId member);

struct MemberAlready {};
using InviteOutcome = std::variant<Invitation, NotYours, MemberAlready, TooMany>;
Task<InviteOutcome> invite(App& app, OrganisationId id, UserId by, Email email, Rights rights);
using WithdrawOutcome = std::variant<Done, NotYours>;
Task<WithdrawOutcome> withdraw_invitation(App& app, OrganisationId id, UserId by, InvitationId invitation);
// By the account of the address that was invited; for any other there is no such link.
using AcceptOutcome = std::variant<Organisation, TokenExpired, TooMany>;
Task<AcceptOutcome> accept_invitation(App& app, UserId by, std::string token);

}  // namespace gelora::user
