#include "user/app/second_factor.hpp"

#include "user/app/mails.hpp"
#include "user/app/passkeys.hpp"
#include "user/app/random.hpp"
#include "user/domain/totp.hpp"
#include "user/storage/accounts.hpp"
#include "user/storage/second_factor.hpp"

namespace gelora::user {
namespace {

constexpr std::size_t recovery_codes = 10;

// Bound to its owner: the same code of another person has another hash.
std::string hash_of_recovery_code(UserId user, std::string_view code) {
  return hash_of_link_token("recovery " + user.text() + " " + std::string{code});
}

RecoveryCodes fresh_codes() {
  RecoveryCodes fresh;
  for (std::size_t i = 0; i < recovery_codes; ++i) fresh.codes.push_back(new_recovery_code());
  return fresh;
}

std::vector<std::string> hashes_of(UserId user, const RecoveryCodes& fresh) {
  std::vector<std::string> hashes;
  for (const auto& code : fresh.codes) hashes.push_back(hash_of_recovery_code(user, code));
  return hashes;
}

}  // namespace

Task<Proof> prove(App& app, UserId user, std::string password) {
  auto stored = co_await find_account(app.pool, user);
  const std::string expected = stored ? stored->password_hash : "";
  const auto right = co_await app.hasher.verify(std::move(password), expected);
  if (!right) co_return TooBusy{};
  if (!*right) co_return WrongPassword{};
  co_return Proven{std::move(stored->account)};
}

Task<SecondFactor> read_second_factor(App& app, UserId user) {
  const auto totp = co_await find_totp(app.pool, user);
  SecondFactor factor;
  if (!totp || !totp->confirmed_at) co_return factor;
  factor.since = totp->confirmed_at;
  factor.recovery_codes_left = co_await count_recovery_codes(app.pool, user);
  co_return factor;
}

Task<BeginTotpOutcome> begin_totp(App& app, UserId user, std::string password) {
  const auto proof = co_await prove(app, user, std::move(password));
  if (std::holds_alternative<TooBusy>(proof)) co_return TooBusy{};
  if (std::holds_alternative<WrongPassword>(proof)) co_return WrongPassword{};
  const auto totp = co_await find_totp(app.pool, user);
  if (totp && totp->confirmed_at) co_return SecondFactorIsOn{};
  const std::string secret = new_totp_secret();
  co_await put_totp(app.pool, user, app.seals.seal(secret), app.clock.now());
  co_return NewSecret{to_base32(secret), otpauth_uri(secret, std::get<Proven>(proof).account.email.address)};
}

Task<ConfirmTotpOutcome> confirm_totp(App& app, UserId user, std::string code) {
  const auto totp = co_await find_totp(app.pool, user);
  if (!totp) co_return SecondFactorIsOff{};
  if (totp->confirmed_at) co_return SecondFactorIsOn{};
  const Instant now = app.clock.now();
  const auto secret = app.seals.open(totp->sealed_secret);
  const auto step = secret ? step_of_code(*secret, code, now) : std::nullopt;
  if (!step) co_return WrongCode{};
  const auto stored = co_await find_account(app.pool, user);
  if (!stored) co_return SecondFactorIsOff{};
  const RecoveryCodes fresh = fresh_codes();
  auto body = [&app, account = stored->account, sealed = totp->sealed_secret, step = *step, hashes = hashes_of(user, fresh),
               now](mysql::Connection& db) -> Task<bool> {
    const bool confirmed = co_await confirm_totp(db, account.id, sealed, step, now);
    if (!confirmed) co_return false;
    co_await put_recovery_codes(db, account.id, hashes);
    co_await mail::put(db, app.ids.next(now), second_factor_mail(account, app.public_url, true), now);
    AuditEvent event{"second_factor_on", account.id, account.id, 0, ""};
    co_await app.audit(db, std::move(event), now);
    co_return true;
  };
  const bool confirmed = co_await app.pool.transaction(body);
  if (!confirmed) co_return SecondFactorIsOn{};
  app.mails.nudge();
  co_return fresh;
}

Task<NewRecoveryCodesOutcome> new_recovery_codes(App& app, UserId user, std::string password) {
  const auto proof = co_await prove(app, user, std::move(password));
  if (std::holds_alternative<TooBusy>(proof)) co_return TooBusy{};
  if (std::holds_alternative<WrongPassword>(proof)) co_return WrongPassword{};
  const auto totp = co_await find_totp(app.pool, user);
  if (!totp || !totp->confirmed_at) co_return SecondFactorIsOff{};
  const RecoveryCodes fresh = fresh_codes();
  const Instant now = app.clock.now();
  auto body = [&app, user, hashes = hashes_of(user, fresh), now](mysql::Connection& db) -> Task<> {
    co_await put_recovery_codes(db, user, hashes);
    AuditEvent event{"recovery_codes_renewed", user, user, 0, ""};
    co_await app.audit(db, std::move(event), now);
  };
  co_await app.pool.transaction(body);
  co_return fresh;
}

Task<RemoveTotpOutcome> remove_totp(App& app, UserId user, std::string password) {
  const auto proof = co_await prove(app, user, std::move(password));
  if (std::holds_alternative<TooBusy>(proof)) co_return TooBusy{};
  if (std::holds_alternative<WrongPassword>(proof)) co_return WrongPassword{};
  const Instant now = app.clock.now();
  auto body = [&app, account = std::get<Proven>(proof).account, now](mysql::Connection& db) -> Task<bool> {
    const bool dropped = co_await drop_second_factor(db, account.id);
    if (!dropped) co_return false;
    co_await mail::put(db, app.ids.next(now), second_factor_mail(account, app.public_url, false), now);
    AuditEvent event{"second_factor_off", account.id, account.id, 0, ""};
    co_await app.audit(db, std::move(event), now);
    co_return true;
  };
  const bool dropped = co_await app.pool.transaction(body);
  if (!dropped) co_return SecondFactorIsOff{};
  app.mails.nudge();
  co_return SecondFactorRemoved{};
}

std::string_view way_of(SecondFactorCheck check) {
  switch (check) {
    case SecondFactorCheck::totp: return "totp";
    case SecondFactorCheck::recovery_code: return "recovery_code";
    case SecondFactorCheck::passkey: return "passkey";
    default: return "password";
  }
}

Task<SecondFactorCheck> check_second_factor(App& app, UserId user, SecondFactorAnswer given) {
  if (given.passkey) {
    const auto owner = co_await take_passkey_answer(app, std::move(*given.passkey), user);
    co_return owner ? SecondFactorCheck::passkey : SecondFactorCheck::wrong;
  }
  const auto stored = co_await find_totp(app.pool, user);
  if (!stored || !stored->confirmed_at) co_return SecondFactorCheck::none;
  if (given.totp.empty() && given.recovery_code.empty()) co_return SecondFactorCheck::missing;
  bool passed = false;
  if (!given.totp.empty()) {
    const auto secret = app.seals.open(stored->sealed_secret);
    const auto step = secret ? step_of_code(*secret, given.totp, app.clock.now()) : std::nullopt;
    if (step) passed = co_await use_step(app.pool, user, *step);
    co_return passed ? SecondFactorCheck::totp : SecondFactorCheck::wrong;
  }
  if (const auto code = parse_recovery_code(given.recovery_code))
    passed = co_await use_recovery_code(app.pool, user, hash_of_recovery_code(user, *code));
  co_return passed ? SecondFactorCheck::recovery_code : SecondFactorCheck::wrong;
}

}  // namespace gelora::user
