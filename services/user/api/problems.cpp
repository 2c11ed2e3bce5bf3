#include "user/api/problems.hpp"

#include "http/body.hpp"
#include "user/api/json.hpp"

namespace gelora::user {
namespace {

using http::problem, http::ProblemType;

constexpr ProblemType invalid_credentials{401, "invalid-credentials", "Email or password is wrong"};
constexpr ProblemType email_unverified{403, "email-unverified", "Open the link in your mail first"};
constexpr ProblemType foreign_origin_type{403, "foreign-origin", "Not from this page"};
constexpr ProblemType token_expired{410, "token-expired", "This link no longer works"};

}  // namespace

Answer nothing_here() { return problem(http::not_found, "There is nothing at this address, or it is not yours."); }
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
Answer answer(const NotLoggedIn&) { return problem(http::unauthenticated, "The session has ended. Log in again."); }
Answer answer(const LoggedOut&) { return http::no_content(); }
Answer answer(const NoSuchSession&) { return nothing_here(); }
Answer answer(const PasswordChanged&) { return http::no_content(); }
Answer answer(const Refused& refused) {
  http::FieldFaults faults;
  faults.add("/password", refused.reason);
  return faults.problem();
}

}  // namespace gelora::user
