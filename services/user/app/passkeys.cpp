#include "user/app/passkeys.hpp"

#include "user/app/mails.hpp"
#include "user/app/random.hpp"

namespace gelora::user {
namespace {

constexpr std::string_view to_log_in = "log in";
std::string to_add(UserId user) { return "add to " + user.text(); }

// A passkey's owner, when the answer is right and the challenge ours.
struct Checked {
  StoredPasskey passkey;
  std::string challenge;
  Instant expires_at;
  std::uint32_t sign_count = 0;
};

Task<std::optional<Checked>> check(App& app, PasskeyAnswer answer, std::optional<UserId> whose) {
  const auto challenge = challenge_of(answer.client_data_json, Ceremony::get, app.relying_party);
  const auto expires_at = challenge ? app.challenges.check(*challenge, to_log_in, app.clock.now()) : std::nullopt;
  if (!expires_at) co_return std::nullopt;
  auto passkey = co_await find_passkey(app.pool, answer.credential_id);
  if (!passkey || (whose && passkey->user != *whose)) co_return std::nullopt;
  const auto count = verify_passkey(answer, passkey->key, app.relying_party);
  if (!count) co_return std::nullopt;
  co_return Checked{std::move(*passkey), *challenge, *expires_at, *count};
}

}  // namespace

Task<BeginPasskeyOutcome> begin_passkey(App& app, UserId user, std::string password) {
  auto proof = co_await prove(app, user, std::move(password));
  if (std::holds_alternative<TooBusy>(proof)) co_return TooBusy{};
  if (std::holds_alternative<WrongPassword>(proof)) co_return WrongPassword{};
  PasskeyCreation creation;
  creation.challenge = app.challenges.make(to_add(user), random_16(), app.clock.now());
  creation.account = std::move(std::get<Proven>(proof).account);
  const auto known = co_await list_passkeys(app.pool, user);
  for (const auto& one : known) creation.known.push_back(one.key.credential_id);
  co_return creation;
}

Task<AddPasskeyOutcome> add_passkey(App& app, UserId user, std::string name, PasskeyCreated created) {
  const Instant now = app.clock.now();
  const auto challenge = challenge_of(created.client_data_json, Ceremony::create, app.relying_party);
  const auto expires_at = challenge ? app.challenges.check(*challenge, to_add(user), now) : std::nullopt;
  auto key = expires_at ? read_new_passkey(created, app.relying_party) : std::nullopt;
  if (!key) co_return PasskeyRefused{};
  const auto stored = co_await find_account(app.pool, user);
  if (!stored) co_return PasskeyRefused{};
  const StoredPasskey passkey{app.ids.make<PasskeyId>(now), user, std::move(*key), std::move(name), now, std::nullopt};
  auto body = [&app, account = stored->account, passkey, challenge = *challenge, expires_at = *expires_at,
               now](mysql::Connection& db) -> Task<AddPasskeyOutcome> {
    co_await lock_user(db, account.id);
    const auto known = co_await count_passkeys(db, account.id);
    if (known >= most_passkeys) co_return TooMany{most_passkeys};
    const bool fresh = co_await use_challenge(db, challenge, expires_at);
    if (!fresh) co_return PasskeyRefused{};
    const bool inserted = co_await insert_passkey(db, passkey);
    if (!inserted) co_return PasskeyKnown{};
    co_await mail::put(db, app.ids.next(now), passkey_mail(account, app.public_url, passkey.name, true), now);
    AuditEvent event{"passkey_added", account.id, account.id, 0, "passkey=" + passkey.id.text()};
    co_await app.audit(db, std::move(event), now);
    co_return passkey;
  };
  auto outcome = co_await app.pool.transaction(body);
  app.mails.nudge();
  co_return outcome;
}

Task<RemovePasskeyOutcome> remove_passkey(App& app, UserId user, PasskeyId id, std::string password) {
  const auto proof = co_await prove(app, user, std::move(password));
  if (std::holds_alternative<TooBusy>(proof)) co_return TooBusy{};
  if (std::holds_alternative<WrongPassword>(proof)) co_return WrongPassword{};
  const Instant now = app.clock.now();
  auto body = [&app, account = std::get<Proven>(proof).account, id, now](mysql::Connection& db) -> Task<bool> {
    const bool removed = co_await delete_passkey(db, id, account.id);
    if (!removed) co_return false;
    co_await mail::put(db, app.ids.next(now), passkey_mail(account, app.public_url, "", false), now);
    AuditEvent event{"passkey_removed", account.id, account.id, 0, "passkey=" + id.text()};
    co_await app.audit(db, std::move(event), now);
    co_return true;
  };
  const bool removed = co_await app.pool.transaction(body);
  if (!removed) co_return NoSuchPasskey{};
  app.mails.nudge();
  co_return PasskeyRemoved{};
}

PasskeyRequest ask_for_any_passkey(App& app) { return {app.challenges.make(to_log_in, random_16(), app.clock.now()), {}}; }

Task<std::optional<PasskeyRequest>> ask_for_passkey(App& app, UserId user) {
  const auto known = co_await list_passkeys(app.pool, user);
  if (known.empty()) co_return std::nullopt;
  PasskeyRequest request = ask_for_any_passkey(app);
  for (const auto& one : known) request.allowed.push_back(one.key.credential_id);
  co_return request;
}

Task<std::optional<UserId>> take_passkey_answer(App& app, PasskeyAnswer answer, std::optional<UserId> whose) {
  const auto checked = co_await check(app, std::move(answer), whose);
  if (!checked) co_return std::nullopt;
  auto body = [checked = *checked, now = app.clock.now()](mysql::Connection& db) -> Task<bool> {
    const bool fresh = co_await use_challenge(db, checked.challenge, checked.expires_at);
    if (!fresh) co_return false;
    co_return co_await use_passkey(db, checked.passkey.id, checked.sign_count, now);
  };
  const bool taken = co_await app.pool.transaction(body);
  if (!taken) co_return std::nullopt;
  co_return checked->passkey.user;
}

Task<PasskeyLogInOutcome> log_in_with_passkey(App& app, PasskeyAnswer answer, Place place, std::string device_token) {
  const auto owner = co_await take_passkey_answer(app, std::move(answer), std::nullopt);
  std::optional<StoredAccount> stored;
  if (owner) stored = co_await find_account(app.pool, *owner);
  const Instant now = app.clock.now();
  if (!stored) {
    AuditEvent refused{"passkey_refused", {}, {}, 0, ""};
    co_await app.audit(std::move(refused), now);
    co_return PasskeyInvalid{};
  }
  const bool known = app.devices.knows(device_token, stored->account.email.key);
  Opening opening{std::move(place), "", known, true, "passkey"};
  auto opened = co_await open_session(app, *owner, std::move(opening), now);
  if (!opened) co_return PasskeyInvalid{};
  co_return std::move(*opened);
}

}  // namespace gelora::user
