// The texts of the mails, in the languages we speak.
#pragma once
#include <string>

#include "mail/mime.hpp"
#include "user/domain/account.hpp"
#include "user/domain/organisation.hpp"
#include "user/storage/sessions.hpp"

namespace gelora::user {

// Carries no name: whoever registers an address that is not theirs could write to its owner with it.
mail::Message verification_mail(const Email& to, Locale locale, const std::string& link);
// To the owner of an address that somebody registers again.
mail::Message already_registered_mail(const Account& to, const std::string& public_url);
mail::Message password_reset_mail(const Account& to, const std::string& link);
mail::Message password_changed_mail(const Account& to, const std::string& public_url);
mail::Message second_factor_mail(const Account& to, const std::string& public_url, bool on);
// Somebody logged in on a device that had not been seen with this account.
mail::Message new_device_mail(const Account& to, const std::string& public_url, const Place& place, Instant at);
// A session was ended because a copy of its refresh token was used.
mail::Message session_copied_mail(const Account& to, const std::string& public_url);
mail::Message passkey_mail(const Account& to, const std::string& public_url, const std::string& name, bool added);
mail::Message invitation_mail(const Email& to, Locale locale, const std::string& organisation, Role role,
                              const std::string& link);
mail::Message account_erased_mail(const Account& to, const std::string& public_url);

}  // namespace gelora::user
