#include "user/domain/password.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <utf8proc.h>

#include <boost/json/parse.hpp>
#include <cstdlib>
#include <map>

#include "password_cases.hpp"
#include "user/domain/common_passwords.hpp"

namespace gelora::user {
namespace {

std::string reason(std::string_view password, PasswordContext context) {
  const auto refused = check_password(normalised_password(password).value(), context);
  return refused ? refused->reason : "";
}

// ---- the rules, as the browser has them too ----

TEST(CheckPassword, JudgesAsTheTableSaysThatTheBrowserReadsToo) {
  const std::map<std::string, std::string> reasons{{"long", "must have at most 256 bytes"},
                                                   {"simple", "is too simple: it repeats a few characters"},
                                                   {"common", "is one of the most used passwords"},
                                                   {"personal", "is too close to your name, your address or ours"}};
  const auto cases = boost::json::parse(password_cases[0].text);
  ASSERT_GT(cases.as_array().size(), 50u);
  for (const auto& one : cases.as_array()) {
    const auto text = [&one](const char* name) { return std::string{one.at(name).as_string()}; };
    const auto* fewest = one.as_object().if_contains("fewest");
    const std::string email = text("email"), name = text("name");
    PasswordContext context{.email = email, .name = name};
    if (fewest != nullptr) context.fewest = static_cast<std::size_t>(fewest->as_int64());
    std::string expected;
    if (one.at("verdict").is_string()) {
      const std::string verdict = text("verdict");
      expected =
          verdict == "short" ? "must have at least " + std::to_string(context.fewest) + " characters" : reasons.at(verdict);
    }
    EXPECT_EQ(reason(text("password"), context), expected) << text("password");
  }
}

TEST(CheckPassword, AsksStaffFor15Characters) {
  const Account account{{}, {}, "Ayu", Locale::id, {"customer"}, {}};
  EXPECT_EQ(password_context(account, false).fewest, 12u);
  EXPECT_EQ(password_context(account, false, 8).fewest, 8u);
  EXPECT_EQ(password_context(account, true, 8).fewest, 15u);
  EXPECT_EQ(password_context(account, true, 20).fewest, 20u);
}

// ---- the list ----

TEST(CommonPasswords, AreMoreThan100000) {
  EXPECT_GT(common_passwords(), 100'000u);
  for (const char* text :
       {"password", "dragon", "qwertyuiop", "rahasia", "bismillahirrahmanirrahim", "manchesterunited", "q2w3e4r5t6y"})
    EXPECT_TRUE(is_common(text)) << text;
  for (const char* text : {"", "lautanbirutenang", "kopitubrukhangat", "stadionpenuh"}) EXPECT_FALSE(is_common(text)) << text;
}

TEST(CommonPasswords, DoNotHaveWhatIsRandom) {
  EXPECT_TRUE(rc::check([](std::uint64_t high, std::uint64_t low) {
    RC_ASSERT(!is_common("r" + std::to_string(high) + "x" + std::to_string(low)));
  }));
}

// ---- NFKC ----

// Texts of letters with and without marks, ligatures, wide and compatibility forms, Hangul, and what is beyond 16 bits.
rc::Gen<std::string> texts() {
  static const std::vector<std::string> parts{"a",      "E",          "o",          "7",      " ",      "-",      "\u00e9",
                                              "\u0301", "\u0308",     "\u0323",     "\u1e69", "\ufb01", "\uff21", "\u2167",
                                              "\u00bd", "\u1100",     "\u1161",     "\u11a8", "\uac01", "\u212b", "\u0f77",
                                              "\ufdfa", "\U0001f30a", "\U0001d400", "\u738b", "\u3099", "\u304b", "\ua9a0"};
  return rc::gen::map(rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, parts.size())),
                      [](const std::vector<std::size_t>& chosen) {
                        std::string text;
                        for (const auto index : chosen) text += parts[index];
                        return text;
                      });
}

std::string form_of(const std::string& text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto bytes = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                  static_cast<utf8proc_ssize_t>(text.size()), &out, static_cast<utf8proc_option_t>(options));
  std::string form(reinterpret_cast<const char*>(out), static_cast<std::size_t>(bytes));
  std::free(out);
  return form;
}

TEST(NormalisedPassword, IsTheSameWhenItIsDoneTwice) {
  EXPECT_TRUE(rc::check([] {
    const auto once = normalised_password(*texts()).value();
    RC_ASSERT(normalised_password(once).value() == once);
  }));
}

TEST(NormalisedPassword, IsOneForComposedAndDecomposedForms) {
  EXPECT_TRUE(rc::check([] {
    const std::string text = *texts();
    const auto expected = normalised_password(text);
    for (const int options :
         std::initializer_list<int>{UTF8PROC_COMPOSE, UTF8PROC_DECOMPOSE, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT})
      RC_ASSERT(normalised_password(form_of(text, options | UTF8PROC_STABLE)) == expected);
  }));
}

TEST(NormalisedPassword, LeavesAsciiAloneAndCutsNothing) {
  EXPECT_EQ(normalised_password(""), "");
  EXPECT_EQ(normalised_password(std::string("a\0b", 3)), std::string("a\0b", 3));
  EXPECT_EQ(normalised_password("e\u0301"), "\u00e9");
  EXPECT_EQ(normalised_password("\uff21\ufb01\u2460"), "Afi1");
  std::string ascii;
  for (char c = 0; c < 0x7f; ++c) ascii += c;
  EXPECT_EQ(normalised_password(ascii), ascii);
}

TEST(NormalisedPassword, IsNothingOfWhatIsNotUtf8) {
  for (const std::string text : {"\xff", "abc\xC3", "\xE2\x82", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80"})
    EXPECT_FALSE(normalised_password(text));
}

}  // namespace
}  // namespace gelora::user
