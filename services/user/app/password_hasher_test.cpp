#include "user/app/password_hasher.hpp"

#include <gtest/gtest.h>

#include <set>

#include "loop/run.hpp"

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

}  // namespace
}  // namespace gelora::user
