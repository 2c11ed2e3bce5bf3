// Use cases: passkeys (WebAuthn), to log in without a password, or as the second factor after one.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "user/app/app.hpp"
#include "user/app/second_factor.hpp"
#include "user/app/session_opening.hpp"
#include "user/storage/passkeys.hpp"

namespace gelora::user {

inline constexpr std::uint64_t most_passkeys = 10;

// What a browser needs to make a passkey; raw bytes.
struct PasskeyCreation {
  std::string challenge;
  Account account;
  std::vector<std::string> known;  // credentials that are kept already
};
using BeginPasskeyOutcome = std::variant<PasskeyCreation, WrongPassword, TooBusy>;
Task<BeginPasskeyOutcome> begin_passkey(App& app, UserId user, std::string password);

// Not made for us, not for this challenge, or nothing that we can verify.
struct PasskeyRefused {};
struct PasskeyKnown {};
using AddPasskeyOutcome = std::variant<StoredPasskey, PasskeyRefused, PasskeyKnown, TooMany>;
Task<AddPasskeyOutcome> add_passkey(App& app, UserId user, std::string name, PasskeyCreated created);

struct PasskeyRemoved {};
struct NoSuchPasskey {};
using RemovePasskeyOutcome = std::variant<PasskeyRemoved, NoSuchPasskey, WrongPassword, TooBusy>;
Task<RemovePasskeyOutcome> remove_passkey(App& app, UserId user, PasskeyId id, std::string password);

// What a browser needs to answer with one.
struct PasskeyRequest {
  std::string challenge;
  std::vector<std::string> allowed;  // credentials that may answer; empty: any
};
PasskeyRequest ask_for_any_passkey(App& app);
// Nothing when the account has none.
Task<std::optional<PasskeyRequest>> ask_for_passkey(App& app, UserId user);

// Whose passkey answered one of our challenges; each is taken once. Nobody when it does not verify, or is not `whose` (none:
// anybody's).
Task<std::optional<UserId>> take_passkey_answer(App& app, PasskeyAnswer answer, std::optional<UserId> whose);

struct PasskeyInvalid {};
using PasskeyLogInOutcome = std::variant<LoggedIn, PasskeyInvalid>;
// `device_token`: of the cookie, empty when there is none.
Task<PasskeyLogInOutcome> log_in_with_passkey(App& app, PasskeyAnswer answer, Place place, std::string device_token);

}  // namespace gelora::user
