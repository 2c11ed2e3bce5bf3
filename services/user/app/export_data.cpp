#include "user/app/export_data.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "user/storage/accounts.hpp"
#include "user/storage/audit.hpp"
#include "user/storage/organisations.hpp"
#include "user/storage/passkeys.hpp"
#include "user/storage/second_factor.hpp"
#include "user/storage/sessions.hpp"
#include "zip/zip.hpp"

namespace gelora::user {
namespace {

namespace json = boost::json;

constexpr std::string_view read_me =
    "All that Gelora keeps about you.\n\n"
    "account.json       who you are to us\n"
    "security.json      passkeys, two-step log-in, where you are logged in (no secrets: those are kept as hashes)\n"
    "organisations.json whom you work for\n"
    "history.json       what happened to your account, and when\n"
    "bookings.json      your bookings and tickets\n"
    "transfers.json     tickets that you gave or were given\n"
    "payments.json      your payments\n"
    "waiting.json       the shows you watch, and your places in waitlists\n\n"
    "Times are UTC, money is in minor units.\n\n"
    "Semua data yang disimpan Gelora tentang Anda. Waktu dalam UTC, uang dalam satuan terkecil.\n";

json::object account_of(const Account& account) {
  json::array roles;
  for (const auto& role : account.roles) roles.emplace_back(role);
  return {{"id", account.id.text()},           {"email", account.email.address}, {"name", account.name},
          {"locale", name_of(account.locale)}, {"roles", std::move(roles)},      {"created_at", to_rfc3339(account.created_at)}};
}

json::array organisations_of(const std::vector<Organisation>& all) {
  json::array out;
  for (const auto& one : all) out.push_back({{"id", one.id.text()}, {"name", one.name}, {"role", name_of(one.rights->role)}});
  return out;
}

json::array devices_of(const std::vector<Device>& devices) {
  json::array out;
  for (const auto& one : devices)
    out.push_back({{"id", one.id.text()},
                   {"user_agent", one.user_agent},
                   {"address", one.address},
                   {"created_at", to_rfc3339(one.created_at)},
                   {"last_used_at", to_rfc3339(one.last_used_at)}});
  return out;
}

json::array passkeys_of(const std::vector<StoredPasskey>& passkeys) {
  json::array out;
  for (const auto& one : passkeys)
    out.push_back({{"id", one.id.text()}, {"name", one.name}, {"created_at", to_rfc3339(one.created_at)}});
  return out;
}

Task<json::array> history_of(App& app, UserId user) {
  json::array out;
  std::uint64_t position = 0;
  for (;;) {
    const auto entries = co_await audit_after(app.pool, position, user);
    for (const auto& one : entries) {
      out.push_back({{"at", to_rfc3339(one.at)}, {"event", one.event.event}, {"detail", one.event.detail}});
      position = one.position;
    }
    if (entries.size() < 1000) break;
  }
  co_return out;
}

}  // namespace

Task<ExportOutcome> export_data(App& app, PersonData& elsewhere, UserId user) {
  const auto stored = co_await find_account(app.pool, user);
  if (!stored) co_return NoSuchAccount{};
  const Instant now = app.clock.now();
  const auto bookings = co_await elsewhere.bookings_of(user);
  const auto transfers = co_await elsewhere.transfers_of(user);
  const auto payments = co_await elsewhere.payments_of(user);
  const auto waiting = co_await elsewhere.waiting_of(user);
  const auto organisations = co_await list_organisations(app.pool, user);
  const auto devices = co_await list_devices(app.pool, user, now);
  const auto passkeys = co_await list_passkeys(app.pool, user);
  const auto totp = co_await find_totp(app.pool, user);
  const auto history = co_await history_of(app, user);
  const json::object security{
      {"two_step_log_in", totp && totp->confirmed_at}, {"passkeys", passkeys_of(passkeys)}, {"devices", devices_of(devices)}};
  AuditEvent event{"data_exported", user, user, 0, ""};
  co_await app.audit(std::move(event), now);
  co_return Archive{zip::pack({{"README.txt", std::string{read_me}},
                               {"account.json", json::serialize(account_of(stored->account))},
                               {"security.json", json::serialize(security)},
                               {"organisations.json", json::serialize(organisations_of(organisations))},
                               {"history.json", json::serialize(history)},
                               {"bookings.json", json::serialize(bookings)},
                               {"transfers.json", json::serialize(transfers)},
                               {"payments.json", json::serialize(payments)},
                               {"waiting.json", json::serialize(waiting)}})};
}

}  // namespace gelora::user
