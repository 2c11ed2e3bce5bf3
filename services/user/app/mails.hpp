// The texts of the mails, in the languages we speak.
#pragma once
#include <string>

#include "mail/mime.hpp"
#include "user/domain/account.hpp"

namespace gelora::user {

// Carries no name: whoever registers an address that is not theirs could write to its owner with it.
mail::Message verification_mail(const Email& to, Locale locale, const std::string& link);
// To the owner of an address that somebody registers again.
mail::Message already_registered_mail(const Account& to, const std::string& public_url);
mail::Message password_reset_mail(const Account& to, const std::string& link);
mail::Message password_changed_mail(const Account& to, const std::string& public_url);
mail::Message second_factor_mail(const Account& to, const std::string& public_url, bool on);
mail::Message account_erased_mail(const Account& to, const std::string& public_url);

}  // namespace gelora::user
