// Every outcome of the use cases as an answer. A new outcome without a line here does not compile.
#pragma once
#include "http/problem.hpp"
#include "user/app/change_account.hpp"
#include "user/app/log_in.hpp"
#include "user/app/machines.hpp"
#include "user/app/passkeys.hpp"
#include "user/app/register_user.hpp"
#include "user/app/reset_password.hpp"
#include "user/app/second_factor.hpp"

namespace gelora::user {

using http::Answer;

Answer answer(const VerificationSent&);
Answer answer(const Verified&);
Answer answer(const TokenExpired&);
Answer answer(const TooBusy&);
Answer answer(const Account&);
Answer answer(const NoSuchAccount&);
Answer answer(const InvalidCredentials&);
Answer answer(const EmailUnverified&);
Answer answer(const TotpRequired& required, const RelyingParty& us);
Answer answer(const TotpInvalid&);
Answer answer(const CurrentPasswordIsWrong&);
Answer answer(const NewPasswordSet&);
Answer answer(const AccountErased&);
Answer answer(const OwnsAlone&);
Answer answer(const LogInAgain&);
Answer answer(const PasskeyRefused&);
Answer answer(const PasskeyKnown&);
Answer answer(const PasskeyRemoved&);
Answer answer(const NoSuchPasskey&);
Answer answer(const PasskeyInvalid&);
Answer answer(const TooMany&);
Answer answer(const NotYours&);
Answer answer(const LastOwner&);
Answer answer(const MemberAlready&);
Answer answer(const Done&);
Answer answer(const Organisation&);
Answer answer(const Member&);
Answer answer(const NoSuchKey&);
Answer answer(const NewSecret&);
Answer answer(const RecoveryCodes&);
Answer answer(const WrongPassword&);
Answer answer(const WrongCode&);
Answer answer(const SecondFactorIsOn&);
Answer answer(const SecondFactorIsOff&);
Answer answer(const SecondFactorRemoved&);
Answer answer(const NotLoggedIn&);
Answer answer(const LoggedOut&);
Answer answer(const NoSuchSession&);
Answer answer(const PasswordChanged&);
Answer answer(const Refused&);  // of a new password

Answer foreign_origin();
Answer second_factor_needed();
// 404 for whatever an address names that is not there, or not yours.
Answer nothing_here();

}  // namespace gelora::user
