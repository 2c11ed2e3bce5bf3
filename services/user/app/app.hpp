// What the use cases share. Each use case is a function in a file of its own in this folder.
#pragma once
#include <string>

#include "auth/tokens.hpp"
#include "mail/mail_outbox.hpp"
#include "mysql/pool.hpp"
#include "user/app/password_hasher.hpp"
#include "user/domain/sealed.hpp"
#include "user/domain/tokens.hpp"

namespace gelora::user {

struct App {
  mysql::Pool& pool;
  IdGenerator& ids;
  const Clock& clock;
  PasswordHasher& hasher;
  const RefreshTokens& refresh_tokens;
  const Seals& seals;
  const auth::AccessTokenIssuer& access_tokens;
  mail::Relay& mails;
  std::string public_url;  // of links in mails; never from a request
  std::size_t fewest_password_characters;
};

// All threads that hash passwords are busy and the queue is full.
struct TooBusy {};

// The token of a link used, expired or not ours.
struct TokenExpired {};

}  // namespace gelora::user
