#include "user/app/password_hasher.hpp"

#include <argon2.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>
#include <cstdlib>
#include <set>

#include "base/encoding.hpp"
#include "loop/run.hpp"
#include "user/domain/password.hpp"

namespace gelora::user {
namespace {

TEST(PasswordHasher, ManyAtOnceEachKnowTheirOwnPasswordOnly) {
  loop::Loop loop;
  PasswordHasher hasher(2, 100);
  int right = 0, wrong = 0;
  std::set<std::string> hashes;
  const auto one = [&](std::string password) -> Task<> {
    const auto hash = co_await hasher.hash(password);
    hashes.insert(hash.value());
    const auto own = co_await hasher.verify(password, *hash);
    const auto other = co_await hasher.verify(password + "x", *hash);
    const auto nobody = co_await hasher.verify(password, "");
    right += own.value();
    wrong += !other.value() && !nobody.value();
  };
  for (int i = 0; i < 4; ++i) loop.spawn(one("lautan-biru-tenang"));
  loop.run();
  EXPECT_EQ(right, 4);
  EXPECT_EQ(wrong, 4);
  EXPECT_EQ(hashes.size(), 4u) << "each with a salt of its own";
  EXPECT_TRUE(hashes.begin()->starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
}

// A hash takes 25 ms: fewer cases than RapidCheck would take. RC_PARAMS of the environment comes first.
[[maybe_unused]] const int fewer_cases = ::setenv("RC_PARAMS", "max_success=15", 0);

struct Verified {
  bool own = false, other = true;
};

// Whether `own` and `other` open what was hashed as `text`, all as they come in.
Verified tried(const std::string& text, const std::string& own, const std::string& other) {
  loop::Loop loop;
  PasswordHasher hasher(1, 10);
  Verified verified;
  loop::run_once(loop, [&]() -> Task<> {
    const auto hash = co_await hasher.hash(normalised_password(text).value());
    const auto first = co_await hasher.verify(normalised_password(own).value(), hash.value());
    const auto second = co_await hasher.verify(normalised_password(other).value(), hash.value());
    verified.own = first.value();
    verified.other = second.value();
  });
  return verified;
}

TEST(PasswordHasher, KnowsAPasswordHoweverItsMarksWereTyped) {
  static const std::vector<std::pair<std::string, std::string>> letters{{"\u00e9", "e\u0301"},
                                                                        {"\u1e69", "s\u0307\u0323"},
                                                                        {"\uac01", "\u1100\u1161\u11a8"},
                                                                        {"\u304c", "\u304b\u3099"},
                                                                        {"k", "\uff4b"}};
  EXPECT_TRUE(rc::check([](const std::vector<std::uint8_t>& choices) {
    std::string composed = "lautan", decomposed = composed;
    for (const auto choice : choices) {
      composed += letters[choice % letters.size()].first;
      decomposed += letters[choice % letters.size()].second;
    }
    const auto known = tried(decomposed, composed, composed + "x");
    RC_ASSERT(known.own);
    RC_ASSERT(!known.other);
  }));
}

TEST(PasswordHasher, LooksBeyondTheFirst72Bytes) {
  EXPECT_TRUE(rc::check([](const std::string& random, std::uint32_t tail, std::uint32_t more) {
    const std::string head = (base::to_hex(base::as_bytes(random)) + std::string(72, '-')).substr(0, 72);
    const auto known = tried(head + std::to_string(tail), head + std::to_string(tail), head + std::to_string(tail + 1ull + more));
    RC_ASSERT(known.own);
    RC_ASSERT(!known.other);
  }));
}

// phc-winner-argon2 kats/argon2id, the same as RFC 9106, 5.3: the library under us is Argon2id version 0x13.
TEST(Argon2, GivesThePublishedTag) {
  std::array<std::uint8_t, 32> password{}, tag{};
  std::array<std::uint8_t, 16> salt{};
  std::array<std::uint8_t, 8> secret{};
  std::array<std::uint8_t, 12> data{};
  password.fill(1), salt.fill(2), secret.fill(3), data.fill(4);
  argon2_context context{};
  context.out = tag.data(), context.outlen = tag.size();
  context.pwd = password.data(), context.pwdlen = password.size();
  context.salt = salt.data(), context.saltlen = salt.size();
  context.secret = secret.data(), context.secretlen = secret.size();
  context.ad = data.data(), context.adlen = data.size();
  context.m_cost = 32, context.t_cost = 3, context.lanes = context.threads = 4;
  context.version = ARGON2_VERSION_13;
  ASSERT_EQ(argon2id_ctx(&context), ARGON2_OK);
  EXPECT_EQ(base::to_hex(tag), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
}

}  // namespace
}  // namespace gelora::user
