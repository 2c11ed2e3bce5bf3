#include "user/api/problems.hpp"

#include "http/body.hpp"
#include "user/api/json.hpp"

namespace gelora::user {
namespace {

using http::problem, http::ProblemType;

constexpr ProblemType invalid_credentials{401, "invalid-credentials", "Email or password is wrong"};
constexpr ProblemType email_unverified{403, "email-unverified", "Open the link in your mail first"};
constexpr ProblemType totp_required{401, "totp-required", "A second step is needed"};
constexpr ProblemType totp_invalid{401, "totp-invalid", "This code does not open"};
constexpr ProblemType second_factor_on{409, "second-factor-on", "Two-step log-in is on already"};
constexpr ProblemType second_factor_off{409, "second-factor-off", "Two-step log-in is off"};
constexpr ProblemType foreign_origin_type{403, "foreign-origin", "Not from this page"};
constexpr ProblemType second_factor_needed_type{403, "second-factor-needed", "Log in with a second factor for this"};
constexpr ProblemType log_in_again{403, "log-in-again", "Log in again for this"};
constexpr ProblemType passkey_invalid{401, "passkey-invalid", "This passkey does not open"};
constexpr ProblemType passkey_known{409, "passkey-known", "This passkey is kept already"};
constexpr ProblemType too_many{409, "too-many", "There are as many as there may be"};
constexpr ProblemType last_owner{409, "last-owner", "Somebody has to own it"};
constexpr ProblemType member_already{409, "member-already", "This person works here already"};
constexpr ProblemType token_expired{410, "token-expired", "This link no longer works"};

Answer one_fault(std::string pointer, std::string message) {
  http::FieldFaults faults;
  faults.add(std::move(pointer), std::move(message));
  return faults.problem();
}

}  // namespace

Answer nothing_here() { return problem(http::not_found, "There is nothing at this address, or it is not yours."); }
Answer second_factor_needed() {
  return problem(second_factor_needed_type, "Whoever works for an organisation logs in here with an app's code or a passkey.");
}
Answer foreign_origin() { return problem(foreign_origin_type, "The page that sent this is not ours."); }

Answer answer(const VerificationSent&) { return http::json_answer(R"({"status":"verification_sent"})", 202); }
Answer answer(const Verified&) { return http::json_answer(R"({"status":"verified"})"); }
Answer answer(const TokenExpired&) { return problem(token_expired, "It was used already, or it is too old. Ask for a new one."); }
Answer answer(const TooBusy&) { return http::unavailable(2); }
Answer answer(const Account& account) { return http::json_answer(http::to_text(account_json(account))); }
Answer answer(const NoSuchAccount&) { return nothing_here(); }
Answer answer(const InvalidCredentials&) { return problem(invalid_credentials, "No account has this email and this password."); }
Answer answer(const EmailUnverified&) {
  return problem(email_unverified, "The account begins when the link in your mail was opened.");
}
Answer answer(const TotpRequired& required, const RelyingParty& us) {
  boost::json::object extras{{"passkey", nullptr}};
  if (required.passkey) extras["passkey"] = passkey_request_json(*required.passkey, us);
  return problem(totp_required,
                 "Send a code of your authenticator app as totp, a recovery code as recovery_code, or answer with a passkey.",
                 std::move(extras));
}
Answer answer(const TotpInvalid&) { return problem(totp_invalid, "It is wrong, too old, or was used already."); }
Answer answer(const CurrentPasswordIsWrong&) { return one_fault("/current_password", "is not your password"); }
Answer answer(const NewPasswordSet&) { return http::no_content(); }
Answer answer(const AccountErased&) { return http::no_content(); }
Answer answer(const OwnsAlone&) {
  return problem(last_owner, "Others work for an organisation that you alone own: make one of them an owner first.");
}
Answer answer(const LogInAgain&) {
  return problem(log_in_again, "This cannot be undone: it needs a log-in of the last 15 minutes.");
}
Answer answer(const PasskeyRefused&) { return one_fault("/authenticator_data", "does not fit what was asked for; begin again"); }
Answer answer(const PasskeyKnown&) { return problem(passkey_known, "It opens an account already."); }
Answer answer(const PasskeyRemoved&) { return http::no_content(); }
Answer answer(const NoSuchPasskey&) { return nothing_here(); }
Answer answer(const PasskeyInvalid&) { return problem(passkey_invalid, "It is not known here, or its answer is not right."); }
Answer answer(const TooMany& many) {
  return problem(too_many, "There may be " + std::to_string(many.limit) + ".", {{"limit", many.limit}});
}
Answer answer(const NotYours&) { return nothing_here(); }
Answer answer(const LastOwner&) { return problem(last_owner, "Make somebody else an owner first."); }
Answer answer(const MemberAlready&) { return problem(member_already, "Change the role instead."); }
Answer answer(const Done&) { return http::no_content(); }
Answer answer(const NoSuchKey&) {
  return problem(http::unauthenticated, "This key is unknown, or it has expired, or it was revoked.");
}
Answer answer(const WrongPassword&) { return one_fault("/password", "is not your password"); }
Answer answer(const WrongCode&) { return one_fault("/code", "is not the code that your app shows now"); }
Answer answer(const SecondFactorIsOn&) { return problem(second_factor_on, "Remove it first."); }
Answer answer(const SecondFactorIsOff&) { return problem(second_factor_off, "Begin with POST /api/second-factor/totp."); }
Answer answer(const SecondFactorRemoved&) { return http::no_content(); }
Answer answer(const NotLoggedIn&) { return problem(http::unauthenticated, "The session has ended. Log in again."); }
Answer answer(const LoggedOut&) { return http::no_content(); }
Answer answer(const NoSuchSession&) { return nothing_here(); }
Answer answer(const PasswordChanged&) { return http::no_content(); }
Answer answer(const Refused& refused) { return one_fault("/password", refused.reason); }

}  // namespace gelora::user
