// Use cases: a second factor for log-in. Codes of an authenticator app (TOTP), and recovery codes for the day on which it is
// gone.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "user/app/app.hpp"
#include "user/domain/passkey.hpp"

namespace gelora::user {

struct SecondFactor {
  std::optional<Instant> since;  // none: off
  std::uint64_t recovery_codes_left = 0;
};
Task<SecondFactor> read_second_factor(App& app, UserId user);

// What follows needs the password again: a telephone left on a table must not be enough to lock its owner out.
struct WrongPassword {};
struct SecondFactorIsOn {};
struct SecondFactorIsOff {};
struct WrongCode {};

struct NewSecret {
  std::string secret;  // base 32, to be typed into the app
  std::string uri;     // otpauth://, to be scanned
};
// A new secret; the factor is on when confirm_totp() has seen a code of it.
using BeginTotpOutcome = std::variant<NewSecret, WrongPassword, SecondFactorIsOn, TooBusy>;
Task<BeginTotpOutcome> begin_totp(App& app, UserId user, std::string password);

struct RecoveryCodes {
  std::vector<std::string> codes;  // told once
};
using ConfirmTotpOutcome = std::variant<RecoveryCodes, WrongCode, SecondFactorIsOn, SecondFactorIsOff>;
// Off here means that begin_totp() was not asked before.
Task<ConfirmTotpOutcome> confirm_totp(App& app, UserId user, std::string code);

using NewRecoveryCodesOutcome = std::variant<RecoveryCodes, WrongPassword, SecondFactorIsOff, TooBusy>;
Task<NewRecoveryCodesOutcome> new_recovery_codes(App& app, UserId user, std::string password);

struct SecondFactorRemoved {};
using RemoveTotpOutcome = std::variant<SecondFactorRemoved, WrongPassword, SecondFactorIsOff, TooBusy>;
Task<RemoveTotpOutcome> remove_totp(App& app, UserId user, std::string password);

// Whether the credentials, whose password was right, pass the second factor. Uses up the code that they bring.
struct SecondFactorAnswer {
  std::string totp, recovery_code;  // empty: not given
  std::optional<PasskeyAnswer> passkey;
};
enum class SecondFactorCheck {
  none,  // the account asks for none, and none was given
  totp,
  recovery_code,
  passkey,
  missing,
  wrong,
};
Task<SecondFactorCheck> check_second_factor(App& app, UserId user, SecondFactorAnswer given);
// As the audit log calls it.
std::string_view way_of(SecondFactorCheck check);

// The password again, for what a telephone left on a table must not be enough for.
struct Proven {
  Account account;
};
using Proof = std::variant<Proven, WrongPassword, TooBusy>;
Task<Proof> prove(App& app, UserId user, std::string password);

}  // namespace gelora::user
