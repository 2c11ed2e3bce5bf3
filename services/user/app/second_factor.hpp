// Use cases: a second factor for log-in. Codes of an authenticator app (TOTP), and recovery codes for the day on which it is
// gone.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "user/app/log_in.hpp"

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
enum class SecondFactorCheck { passed, missing, wrong };
Task<SecondFactorCheck> check_second_factor(App& app, UserId user, std::string totp, std::string recovery_code);

}  // namespace gelora::user
