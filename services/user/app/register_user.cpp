#include "user/app/register_user.hpp"

#include "user/app/mails.hpp"
#include "user/app/random.hpp"
#include "user/storage/accounts.hpp"
#include "user/storage/registrations.hpp"

namespace gelora::user {

using namespace std::chrono_literals;

Task<RegisterOutcome> register_user(App& app, RegistrationWish wish) {
  auto hash = co_await app.hasher.hash(std::move(wish.password));  // also when it will not be needed: time tells as well
  if (!hash) co_return TooBusy{};
  const Registration registration{wish.email, wish.name, wish.locale, std::move(*hash)};
  const std::string token = new_link_token();
  const Instant now = app.clock.now();
  auto body = [&app, registration, token, now](mysql::Connection& db) -> Task<> {
    co_await lock_address(db, registration.email.key, now);
    const auto known = co_await find_account_by_email(db, registration.email.key);
    AuditEvent event{"registration_asked", known ? known->account.id : UserId{}, {}, 0, ""};
    co_await app.audit(db, std::move(event), now);
    if (known) {
      co_await mail::put(db, app.ids.next(now), already_registered_mail(known->account, app.public_url), now);
      co_return;
    }
    co_await put_registration(db, registration, hash_of_link_token(token), now, now + 24h);
    co_await mail::put(db, app.ids.next(now),
                       verification_mail(registration.email, registration.locale, app.public_url + "/verify?token=" + token),
                       now);
  };
  co_await app.pool.transaction(body);
  app.mails.nudge();
  co_return VerificationSent{};
}

Task<VerifyOutcome> verify_email(App& app, std::string token) {
  const std::string hash = hash_of_link_token(token);
  const Instant now = app.clock.now();
  const auto address = co_await address_of_registration(app.pool, hash, now);
  if (!address) co_return TokenExpired{};
  const UserId id = app.ids.make<UserId>(now);
  auto body = [&app, id, now, hash, key = *address](mysql::Connection& db) -> Task<bool> {
    co_await lock_address(db, key, now);
    auto registration = co_await find_registration(db, hash, now);
    if (!registration) co_return false;  // another link of this address was faster
    Account account{id, registration->email, registration->name, registration->locale, {"customer"}, now};
    co_await insert_account(db, std::move(account), registration->password_hash);
    co_await drop_registrations(db, key);
    AuditEvent event{"account_created", id, id, 0, ""};
    co_await app.audit(db, std::move(event), now);
    co_return true;
  };
  const bool created = co_await app.pool.transaction(body);
  if (!created) co_return TokenExpired{};
  co_return Verified{};
}

}  // namespace gelora::user
