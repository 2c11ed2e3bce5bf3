#include <gtest/gtest.h>

#include <vector>

#include "user/domain/account.hpp"
#include "user/domain/audit.hpp"
#include "user/domain/organisation.hpp"
#include "user/domain/session.hpp"
#include "user/domain/tokens.hpp"

namespace gelora::user {
namespace {

using namespace std::chrono_literals;

template <class T, class... Ts>
bool is(const std::variant<Ts...>& outcome) {
  return std::holds_alternative<T>(outcome);
}

// ---- addresses ----

TEST(ParseEmail, TrimsAndLowersTheDomainAndKeepsTheRestForMail) {
  const auto email = std::get<Email>(parse_email("  Ayu.Lestari+tiket@Example.COM\n"));
  EXPECT_EQ(email.address, "Ayu.Lestari+tiket@example.com");
  EXPECT_EQ(email.key, "ayu.lestari+tiket@example.com");
}

TEST(ParseEmail, RefusesWhatIsNoAddress) {
  for (const std::string text :
       {"", "ayu", "@example.com", "ayu@", "ayu@localhost", "ayu@@example.com", "a yu@example.com", "ayu@exa mple.com",
        ".ayu@example.com", "ayu.@example.com", "a..yu@example.com", "ayu@-example.com", "ayu@example..com",
        "ayu@example.com\r\nBcc: x@example.com", "ayu@example.com>", "<ayu@example.com", "ayu,budi@example.com",
        "\"ayu\"@example.com", "äyu@example.com"}) {
    EXPECT_TRUE(is<Refused>(parse_email(text))) << text;
  }
}

TEST(ParseEmail, Takes254BytesAndNotMore) {
  const std::string domain = std::string(60, 'd') + "." + std::string(60, 'd') + "." + std::string(60, 'd') + ".com";  // 186
  EXPECT_TRUE(is<Refused>(parse_email(std::string(65, 'a') + "@" + domain))) << "a local part ends at 64";
  EXPECT_TRUE(is<Email>(parse_email(std::string(64, 'a') + "@" + domain)));
  EXPECT_TRUE(is<Email>(parse_email(std::string(64, 'a') + "@" + domain + "e.f")));  // 254
  EXPECT_TRUE(is<Refused>(parse_email(std::string(64, 'a') + "@" + domain + "e.fg")));
}

// ---- names ----

TEST(ParseName, CountsCharactersNotBytes) {
  std::string hundred;
  for (int i = 0; i < 100; ++i) hundred += "é";
  EXPECT_TRUE(is<std::string>(parse_name(hundred)));
  EXPECT_TRUE(is<Refused>(parse_name(hundred + "é")));
}

TEST(ParseName, RefusesControlsAndNothing) {
  for (const std::string text : {"", "   ", "Ayu\nLestari", "Ayu\x7f", "Ayu \u202E evil", "Ayu \u2066x", "Ayu\u0085"}) {
    EXPECT_TRUE(is<Refused>(parse_name(text))) << text;
  }
  EXPECT_EQ(std::get<std::string>(parse_name("  I Made Suardana ")), "I Made Suardana");
  EXPECT_TRUE(is<std::string>(parse_name("Zoë “Z” 王")));
}

TEST(ParseName, LooksNotBeyondATextThatEndsWithinACharacter) {
  for (const char last : {'\xC2', '\xE2'}) {
    const std::vector<char> text{'A', 'y', 'u', last};  // nothing stands behind it, not even a zero
    parse_name({text.data(), text.size()});
  }
}

// ---- rotation ----

constexpr Instant t0{1'800'000'000'000'000};

Session session(std::uint32_t generation, Instant rotated_at) {
  Session one{{7}, {8}, "ab", generation, t0, rotated_at, rotated_at + session_idle, std::nullopt};
  return one;
}

TEST(Rotate, TheCurrentTokenMovesTheGenerationOn) {
  const auto outcome = rotate(session(3, t0), 3, t0 + 1h);
  EXPECT_EQ(std::get<Rotated>(outcome).generation, 4u);
  EXPECT_EQ(std::get<Rotated>(outcome).expires_at, t0 + 1h + session_idle);
}

TEST(Rotate, ItsPredecessorYieldsTheSameFor30Seconds) {
  EXPECT_TRUE(is<SameSuccessor>(rotate(session(4, t0), 3, t0)));
  EXPECT_TRUE(is<SameSuccessor>(rotate(session(4, t0), 3, t0 + 30s)));
  EXPECT_TRUE(is<Replayed>(rotate(session(4, t0), 3, t0 + 30s + 1us)));
}

TEST(Rotate, OlderOnesAreReplays) {
  EXPECT_TRUE(is<Replayed>(rotate(session(4, t0), 2, t0)));
  EXPECT_TRUE(is<Replayed>(rotate(session(4, t0), 0, t0)));
}

TEST(Rotate, NothingMovesAnEndedSession) {
  auto ended = session(4, t0);
  ended.ended_at = t0;
  EXPECT_TRUE(is<SessionOver>(rotate(ended, 4, t0)));
  EXPECT_TRUE(is<SessionOver>(rotate(session(4, t0), 4, t0 + session_idle)));
  EXPECT_TRUE(is<SessionOver>(rotate(session(4, t0), 5, t0)));
}

TEST(SessionEnd, IsNeverLaterThan90DaysFromLogIn) {
  EXPECT_EQ(session_end(t0, t0), t0 + session_idle);
  EXPECT_EQ(session_end(t0, t0 + session_longest - 1h), t0 + session_longest);
}

// ---- tokens ----

TEST(RefreshTokens, AreTheSameEveryTimeAndProveTheirSession) {
  const RefreshTokens tokens("a key of some length");
  const auto one = session(4, t0);
  const auto token = tokens.make(one, 4);
  EXPECT_EQ(token, tokens.make(one, 4));
  EXPECT_NE(token, tokens.make(one, 5));
  EXPECT_TRUE(tokens.proves(token, one));
  EXPECT_EQ(RefreshTokens::parse(token)->generation, 4u);
  EXPECT_EQ(RefreshTokens::parse(token)->session, one.id);
}

TEST(RefreshTokens, AnythingElseProvesNothing) {
  const RefreshTokens tokens("a key of some length"), others("another key");
  const auto one = session(4, t0);
  auto stranger = one;
  stranger.id = {9};
  auto again = one;
  again.secret = "cd";
  EXPECT_FALSE(others.proves(tokens.make(one, 4), one));
  EXPECT_FALSE(tokens.proves(tokens.make(one, 4), stranger));
  EXPECT_FALSE(tokens.proves(tokens.make(one, 4), again));
  auto changed = tokens.make(one, 4);
  changed[14] = changed[14] == 'A' ? 'B' : 'A';  // the generation
  EXPECT_FALSE(tokens.proves(changed, one));
  for (const std::string& text : std::vector<std::string>{"", "x", "AAAA", std::string(59, 'A'), std::string(2000, 'A')})
    EXPECT_FALSE(tokens.proves(text, one));
}

TEST(HashOfLinkToken, IsSha256) {
  EXPECT_EQ(hash_of_link_token("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Rights, AreWithinOthersThatAllowAsMuchInAsManyShows) {
  const Rights all{Role::manager, {}}, two{Role::manager, {1, 2}}, one{Role::manager, {2}}, gate{Role::gate, {2}};
  EXPECT_TRUE(two.within(all) && one.within(two) && gate.within(one) && all.within(all));
  EXPECT_FALSE(all.within(two));
  EXPECT_FALSE(two.within(one));
  EXPECT_FALSE(one.within(gate));
  EXPECT_EQ(parse_shows(text_of(two.shows)), two.shows);
  EXPECT_TRUE(parse_shows("").empty());
  EXPECT_EQ(words_of(gate), "gate@2");
  EXPECT_EQ(count_shows({{{1}, all}, {{2}, two}, {{3}, one}}), 3u);
}

TEST(Rights, ToManageAndToGiveAreThoseOfTheWholeOrganisation) {
  EXPECT_TRUE(may_manage({Role::manager, {}}) && may_give({Role::manager, {}}, Role::gate));
  EXPECT_FALSE(may_manage({Role::manager, {1}}));
  EXPECT_FALSE(may_give({Role::manager, {1}}, Role::gate));
  EXPECT_FALSE(may_give({Role::manager, {}}, Role::manager));
}

TEST(AuditWords, TellRightsInFewCharacters) {
  const auto there_and_back = [](const Rights& rights) {
    const auto told = told_rights(words_of(rights));
    return told && told->role == rights.role && told->show_count == rights.shows.size();
  };
  std::vector<std::uint64_t> shows;
  for (std::uint64_t i = 0; i <= most_shows; ++i) {
    const Rights rights{i == 0 ? Role::owner : Role::box_office, shows};
    EXPECT_TRUE(there_and_back(rights)) << i;
    EXPECT_LE(("from=" + words_of(rights) + " to=" + words_of(rights)).size(), 200u) << i;
    shows.push_back(9'223'372'036'854'775'000u + i);
  }
  EXPECT_EQ(told_rights("gate@12,45")->shows, (std::vector<std::uint64_t>{12, 45}));
  EXPECT_FALSE(told_rights("")) << "entries of earlier releases";
}

TEST(AuditWords, AreFoundByTheirKeys) {
  EXPECT_EQ(word_of("machine=7 role=gate", "role"), "gate");
  EXPECT_EQ(word_of("machine=7 role=gate", "machine"), "7");
  EXPECT_EQ(word_of("machine=7 role=gate", "mach"), "");
  EXPECT_EQ(word_of("", "role"), "");
}

}  // namespace
}  // namespace gelora::user
