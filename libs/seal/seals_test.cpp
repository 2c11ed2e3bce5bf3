#include "seal/seals.hpp"

#include <gtest/gtest.h>

namespace gelora::seal {
namespace {

TEST(Seals, OpenOnlyWhatTheyClosed) {
  const Seals ours("key", "test"), others("another key", "test"), of_another_purpose("key", "other");
  std::string sealed = ours.seal("secret");
  EXPECT_EQ(ours.open(sealed), "secret");
  EXPECT_NE(ours.seal("secret"), sealed);
  EXPECT_FALSE(others.open(sealed));
  EXPECT_FALSE(of_another_purpose.open(sealed));
  EXPECT_FALSE(ours.open(""));
  sealed[sealed.size() / 2] = sealed[sealed.size() / 2] == 'A' ? 'B' : 'A';
  EXPECT_FALSE(ours.open(sealed));
}

}  // namespace
}  // namespace gelora::seal
