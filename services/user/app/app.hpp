// What the use cases share. Each use case is a function in a file of its own in this folder.
#pragma once
#include <string>

#include "auth/tokens.hpp"
#include "mail/mail_outbox.hpp"
#include "mysql/pool.hpp"
#include "outbox/outbox.hpp"
#include "seal/seals.hpp"
#include "user/app/password_hasher.hpp"
#include "user/app/revocation_feed.hpp"
#include "user/domain/audit.hpp"
#include "user/domain/known_device.hpp"
#include "user/domain/passkey.hpp"
#include "user/domain/tokens.hpp"

namespace gelora::user {

struct App {
  mysql::Pool& pool;
  IdGenerator& ids;
  const Clock& clock;
  PasswordHasher& hasher;
  const RefreshTokens& refresh_tokens;
  const seal::Seals& seals;
  const KnownDevices& devices;
  const Challenges& challenges;
  const auth::AccessTokenIssuer& access_tokens;
  mail::Relay& mails;
  outbox::Relay& events;
  RevocationFeed& revocations;
  std::string public_url;  // of links in mails; never from a request
  std::size_t fewest_password_characters;
  RelyingParty relying_party;
  bool staff_needs_second_factor;

  // An entry of the audit log, within the transaction of what it tells of; or of what changed nothing.
  Task<> audit(mysql::Connection& db, AuditEvent event, Instant now);
  Task<> audit(AuditEvent event, Instant now);
};

// All threads that hash passwords are busy and the queue is full.
struct TooBusy {};

// One may not have more of these.
struct TooMany {
  std::uint64_t limit;
};

// The token of a link used, expired or not ours.
struct TokenExpired {};

}  // namespace gelora::user
